import { developDay } from './daylight.ts';
import type { DayLight } from './daylight.ts';
import { exifBlock } from './exifBlock.ts';
import type { ExifFields } from './exifBlock.ts';
import { copyFrame, createFrame } from './frame.ts';
import type { Frame } from './frame.ts';
import { drawInfoBar, infoBarHeight } from './infoBar.ts';
import { developInfrared } from './infrared.ts';
import type { InfraredLight } from './infrared.ts';
import { encodeJpeg } from './jpegEncoder.ts';
import { createRandom } from '../core/statistics/randomSource.ts';
import { storeTurned } from './storeTurned.ts';
import { emptyScene, sceneView } from './scene.ts';
import type { SceneSpec } from './scene.ts';
import { clamp } from './stableMath.ts';
import { drawSubject, subjectExtent } from './subject.ts';
import type { Subject } from './subject.ts';

/** All that decides the bytes of one photo. */
export interface DrawnPhotoSpec {
  scene: SceneSpec;
  subjects: Subject[];
  light: ({ kind: 'day' } & DayLight) | ({ kind: 'infrared' } & InfraredLight);
  /** Text burnt into the strip at the foot, or no strip. */
  infoBar: string | null;
  exif: Omit<ExifFields, 'width' | 'height'>;
  /** JPEG quality, 1-100. */
  quality: number;
  /** Seed of the sensor's noise. */
  seed: number;
}

/** Where something is: 0-1 of the upright photo, from its top left corner. */
export interface DrawnBox {
  label: 'animal' | 'person' | 'vehicle';
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A photo of a drawn folder, before it is drawn. */
export interface DrawnPhotoPlan {
  /** Path below the chosen folder, with `/`. */
  path: string;
  truth: 'blank' | 'animal' | 'person' | 'vehicle';
  boxes: DrawnBox[];
  /** Draws the photo: bytes of a JPEG with EXIF, the same on every machine. */
  render: () => Uint8Array<ArrayBuffer>;
}

/** The parts of the subjects that fall in the picture above the info bar; slivers are left out. */
export function subjectBoxes({ scene, subjects, infoBar }: DrawnPhotoSpec): DrawnBox[] {
  const view = sceneView(scene);
  const foot = scene.height - (infoBar === null ? 0 : infoBarHeight(scene.height));
  return subjects.flatMap((subject) => {
    const extent = subjectExtent(view, subject);
    const left = clamp(extent.left, 0, scene.width);
    const right = clamp(extent.right, 0, scene.width);
    const top = clamp(extent.top, 0, foot);
    const bottom = clamp(extent.bottom, 0, foot);
    if (right - left < scene.width * 0.01 || bottom - top < scene.height * 0.01) return [];
    return {
      label: subject.label,
      x: left / scene.width,
      y: top / scene.height,
      width: (right - left) / scene.width,
      height: (bottom - top) / scene.height,
    };
  });
}

let spare: Frame | null = null;

/** Draws a photo: bytes of a JPEG with EXIF, the same on every machine. */
export function drawPhoto(spec: DrawnPhotoSpec): Uint8Array<ArrayBuffer> {
  const { view, frame: empty } = emptyScene(spec.scene);
  const { width, height } = empty.surface;
  if (spare?.surface.width !== width || spare.surface.height !== height) spare = createFrame(width, height);
  copyFrame(empty, spare);
  const frame = spare;
  const nearestLast = spec.subjects.toSorted((a, b) => b.placement.z - a.placement.z);
  const eyes = nearestLast.flatMap((subject) => drawSubject(frame, view, subject));
  const random = createRandom(spec.seed, 3);
  const upright =
    spec.light.kind === 'day'
      ? developDay(frame, spec.light, random)
      : developInfrared(frame, spec.light, eyes, random);
  if (spec.infoBar !== null) drawInfoBar(upright, spec.infoBar);
  const stored = storeTurned(upright, spec.exif.orientation);
  const exif = exifBlock({ ...spec.exif, width: stored.width, height: stored.height });
  return encodeJpeg(stored, spec.quality, exif);
}

/** A plan for a spec: what is in the photo is read off its subjects. */
export function planPhoto(path: string, spec: DrawnPhotoSpec): DrawnPhotoPlan {
  const boxes = subjectBoxes(spec);
  const truth = (['person', 'vehicle', 'animal'] as const).find((label) =>
    boxes.some((box) => box.label === label),
  );
  return { path, truth: truth ?? 'blank', boxes, render: () => drawPhoto(spec) };
}
