import { civilTime } from './clock.ts';
import { planPhoto } from './drawnPhoto.ts';
import type { DrawnPhotoPlan, DrawnPhotoSpec } from './drawnPhoto.ts';
import { createRandom, hash } from '../core/statistics/randomSource.ts';
import type { Landscape } from './landscape.ts';
import { clamp, mix, sine, smoothStep } from './stableMath.ts';
import type { Subject } from './subject.ts';

/** How a maker names its folders and files. */
export type Naming = 'reconyx' | 'browning' | 'bushnell';

/** One drawn camera at its place. */
export interface DrawnCamera {
  /** Folder of the deployment, below the folder that is chosen. */
  folder: string;
  /** Shown in the info bar. */
  name: string;
  naming: Naming;
  landscape: Landscape;
  seed: number;
  serial: string | null;
  coordinates: { latitude: number; longitude: number } | null;
  /** Pixels of the upright photo. */
  width: number;
  height: number;
}

/** One release of the shutter. */
export interface Shot {
  /** 1 for the first photo of the camera. */
  number: number;
  /** See `civilTime`. */
  day: number;
  second: number;
  /** Place in the burst, from 1, and the burst's length. */
  frame: number;
  frames: number;
  subjects: Subject[];
  orientation?: 1 | 3 | 6 | 8;
  /** Strength of the sensor's noise; 1 is normal. */
  noise?: number;
  quality?: number;
}

const perFolder = 999;

/** The path of a camera's photo: makers start a new folder when one is full. */
export function photoPath({ folder, naming }: DrawnCamera, number: number): string {
  const full = Math.floor((number - 1) / perFolder);
  const within = String(((number - 1) % perFolder) + 1).padStart(4, '0');
  if (naming === 'reconyx') return `${folder}/DCIM/${100 + full}RECNX/RCNX${within}.JPG`;
  if (naming === 'browning') return `${folder}/${100 + full}_BTCF/IMG_${within}.JPG`;
  return `${folder}/DCIM/${101 + full}EK113/EK00${within}.JPG`;
}

/** Whether the camera has switched to infra-red at a second of the day. */
export function isNight(second: number): boolean {
  const hour = (second % 86_400) / 3600;
  return hour < 6 || hour >= 20.5;
}

function lightAt({ day, second, noise = 1 }: Shot, seed: number): DrawnPhotoSpec['light'] {
  if (isNight(second)) {
    const power = mix(0.85, 1.1, createRandom(seed, day).next());
    return { kind: 'infrared', power, noise };
  }
  const hour = (second % 86_400) / 3600;
  const high = clamp(sine(((hour - 5.5) / 15.5) * 3.1416), 0, 1);
  const weather = createRandom(seed, day, 5).next();
  const drift = createRandom(seed, day, Math.floor(second / 900)).between(-0.08, 0.08);
  return {
    kind: 'day',
    sun: clamp(smoothStep(0.2, 0.75, weather) * smoothStep(0.1, 0.55, high) * 0.85 + drift, 0.04, 0.95),
    gain: mix(0.72, 1.02, smoothStep(0, 0.5, high)) + drift * 0.5,
    warmth: mix(hour < 12 ? -0.2 : 0.35, 0.08, smoothStep(0.1, 0.6, high)),
    noise: noise * mix(1.7, 1, smoothStep(0, 0.4, high)),
  };
}

function temperature({ day, second }: Shot): number {
  const hour = (second % 86_400) / 3600;
  const season = 11 - 9 * sine(((day % 365) / 365 + 0.25) * 6.2832);
  return Math.round(season - 5 * sine(((hour + 4) / 24) * 6.2832));
}

/** The plan of one photo of a camera. */
export function planShot(camera: DrawnCamera, shot: Shot): DrawnPhotoPlan {
  const civil = civilTime(shot.day, shot.second);
  const { width, height, landscape, seed } = camera;
  const [date = '', time = ''] = civil.split('T');
  const infoBar = `DRAWN SAMPLE  ${date} ${time}  ${temperature(shot)}°C  ${camera.name}  ${shot.frame}/${shot.frames}`;
  return planPhoto(photoPath(camera, shot.number), {
    scene: { landscape, seed, width, height },
    subjects: shot.subjects,
    light: lightAt(shot, seed),
    infoBar,
    exif: {
      make: 'DRAWN',
      model: 'Fieldsift Sketch 1',
      civil,
      subsecond: camera.naming === 'reconyx' ? String(hash(seed, shot.number) % 100).padStart(2, '0') : null,
      serial: camera.serial,
      orientation: shot.orientation ?? 1,
      coordinates: camera.coordinates,
    },
    quality: shot.quality ?? 85,
    seed: hash(seed, shot.number, 9),
  });
}
