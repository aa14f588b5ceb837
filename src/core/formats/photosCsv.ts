import { formatCaptureTime } from '../time/captureTime.ts';
import type { RoleThresholds } from '../decision/decision.ts';
import { failureText } from '../failure.ts';
import { decisionOf, type Photo, type SiftedPhoto } from '../media/photo.ts';
import { unpackDetections } from '../prediction/predictionPacking.ts';
import type { CombinedModel } from '../recipe/preparedRecipe.ts';
import type { DecidedSequence } from '../survey/decidedSequence.ts';
import { fixed, toCsv, type CsvCell } from './csv.ts';

/** The columns of `photos.csv`, in order; new ones are only ever added at the end. */
export const photosCsvColumns = [
  'path',
  'deployment',
  'sequence_id',
  'frame_number',
  'datetime_original',
  'time_source',
  'make',
  'model',
  'label',
  'score',
  'p_animal',
  'p_person',
  'p_vehicle',
  'detections',
  'model_id',
  'status',
  'failure',
  'serial',
  'utc_offset',
  'latitude',
  'longitude',
  'width',
  'height',
  'content_key',
] as const;

/** What an export needs to know. */
export interface ExportInput {
  photos: readonly Photo[];
  sequences: readonly DecidedSequence[];
  thresholds: RoleThresholds;
  manifest: CombinedModel;
}

/** One row per photo, in the order of their paths; photos that failed or are still pending are rows too. */
export function photosCsv({ photos, sequences, thresholds, manifest }: ExportInput): string {
  const frames = new Map<string, { photo: SiftedPhoto; sequenceId: string; frameNumber: number }>();
  for (const { id: sequenceId, frames: photosInOrder } of sequences) {
    photosInOrder.forEach((photo, index) =>
      frames.set(photo.id, { photo, sequenceId, frameNumber: index + 1 }),
    );
  }
  const modelId = `${manifest.id} ${manifest.version}`;
  const ordered = [...photos].sort((left, right) =>
    left.path < right.path ? -1 : left.path > right.path ? 1 : 0,
  );
  const rows = ordered.map(({ id, path, deployment, media }): CsvCell[] => {
    const frame = frames.get(id);
    const metadata = media.metadata;
    const captureTime = metadata?.captureTime ?? null;
    return [
      path,
      deployment,
      frame?.sequenceId ?? null,
      frame?.frameNumber ?? null,
      captureTime && formatCaptureTime(captureTime),
      captureTime?.source ?? null,
      metadata?.make ?? null,
      metadata?.model ?? null,
      ...(frame ? decisionCells(frame.photo, thresholds, manifest) : [null, null, null, null, null, null]),
      frame ? modelId : null,
      media.status,
      media.failure && `${media.failure.code}: ${failureText(media.failure.code).reason}`,
      metadata?.serial ?? null,
      captureTime?.offset ? `UTC${captureTime.offset}` : null,
      metadata?.latitude ?? null,
      metadata?.longitude ?? null,
      metadata?.width ?? null,
      metadata?.height ?? null,
      media.contentKey,
    ];
  });
  return toCsv(photosCsvColumns, rows);
}

function decisionCells(photo: SiftedPhoto, thresholds: RoleThresholds, manifest: CombinedModel): CsvCell[] {
  const { label, score, probabilities } = decisionOf(photo, thresholds);
  const detections = unpackDetections(photo.prediction).map(({ labelIndex, score: confidence, box }) => ({
    class: manifest.labels[labelIndex]?.name ?? String(labelIndex),
    score: round(confidence),
    x: round(box.x),
    y: round(box.y),
    width: round(box.width),
    height: round(box.height),
  }));
  return [
    label,
    fixed(score),
    fixed(probabilities.animal),
    fixed(probabilities.person),
    fixed(probabilities.vehicle),
    JSON.stringify(detections),
  ];
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
