import type { CaptureTime } from '../../time/captureTime.ts';
import { formatCaptureTime } from '../../time/captureTime.ts';
import { failureText } from '../../files/failure.ts';
import { unpackDetections } from '../../models/prediction/predictionPacking.ts';
import type { SnapshotPhoto, SurveySnapshot } from '../../survey/surveySnapshot.ts';
import { fixed, type CsvCell } from '../../files/csv.ts';
import { csvFile } from '../csvFile.ts';
import type { ExportFile, PhotoHashes } from '../exportFile.ts';
import {
  modelNames,
  attributeCells,
  observationCells,
  provenanceCells,
  provenanceColumns,
  rounded,
} from '../provenanceCells.ts';

/** The columns of `photos.csv`, in order; new ones are only ever added at the end. */
export const photosColumns = [
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
  'observed',
  'scientific_name',
  'count',
  ...provenanceColumns,
  'gate',
  'triage',
  'starred',
  'note',
  'datetime_corrected',
  'utc_offset_corrected',
  'life_stage',
  'sex',
  'behaviour',
  'damaged',
] as const;

/** Behind the others where a recipe answers for photos as a whole, with the names of SpeciesNet's own file. */
export const answerColumns = ['prediction', 'prediction_score', 'prediction_source'] as const;

function answerCells({ answer, media }: SnapshotPhoto): CsvCell[] {
  if (!answer) return [null, null, null];
  if (answer.label?.role === 'blank' && media.damage) return ['unknown', null, answer.source];
  return [answer.label?.name ?? 'unknown', fixed(answer.score), answer.source];
}

function boxesText({ prediction }: SnapshotPhoto, { labels }: SurveySnapshot): string | null {
  if (!prediction) return null;
  const boxes = unpackDetections(prediction).map(({ labelIndex, score, box }) => ({
    class: labels[labelIndex]?.name ?? String(labelIndex),
    score: rounded(score),
    x: rounded(box.x),
    y: rounded(box.y),
    width: rounded(box.width),
    height: rounded(box.height),
  }));
  return JSON.stringify(boxes);
}

function decisionCells({ decision, media }: SnapshotPhoto): CsvCell[] {
  if (!decision) return [null, null, null, null, null];
  const { label, score, probabilities } = decision;
  // Where nothing shows in what is left of a photo, nobody knows what was in it.
  const isUnknown = label === 'blank' && media.damage !== undefined;
  return [
    isUnknown ? 'unknown' : label,
    isUnknown ? null : fixed(score),
    fixed(probabilities.animal),
    fixed(probabilities.person),
    fixed(probabilities.vehicle),
  ];
}

function damageCell({ damage }: SnapshotPhoto['media']): string | null {
  if (!damage) return null;
  return damage.below === null ? 'somewhere' : `below ${Math.round(damage.below * 100)} %`;
}

function timeCells(time: CaptureTime | null): CsvCell[] {
  return [time && formatCaptureTime(time), time?.source ?? null];
}

function offsetCell(time: CaptureTime | null): string | null {
  return time?.offset ? `UTC${time.offset}` : null;
}

function* rows(snapshot: SurveySnapshot): Generator<CsvCell[]> {
  const sequences = new Map(snapshot.sequences.map((sequence) => [sequence.id, sequence]));
  const models = modelNames(snapshot.models);
  const answered = hasAnswers(snapshot);
  for (const photo of snapshot.photos) {
    const { media, sequenceId, captureTime, observations } = photo;
    const { metadata, failure } = media;
    const sequence = sequenceId === null ? undefined : sequences.get(sequenceId);
    yield [
      media.path,
      photo.deploymentId,
      sequenceId,
      photo.frameNumber,
      ...timeCells(metadata?.captureTime ?? null),
      metadata?.make ?? null,
      metadata?.model ?? null,
      ...decisionCells(photo),
      boxesText(photo, snapshot),
      photo.prediction ? models : null,
      media.status,
      failure && `${failure.code}: ${failureText(failure.code).reason}`,
      metadata?.serial ?? null,
      offsetCell(metadata?.captureTime ?? null),
      metadata?.latitude ?? null,
      metadata?.longitude ?? null,
      metadata?.width ?? null,
      metadata?.height ?? null,
      media.contentKey,
      ...observationCells(observations),
      ...provenanceCells(observations[0]?.provenance, snapshot),
      sequence?.gate.state ?? null,
      sequence?.triage ?? null,
      photo.starred,
      photo.note,
      captureTime && formatCaptureTime(captureTime),
      offsetCell(captureTime),
      ...attributeCells(observations),
      damageCell(media),
      ...(answered ? answerCells(photo) : []),
    ];
  }
}

function hasAnswers({ photos }: SurveySnapshot): boolean {
  return photos.some(({ answer }) => answer !== undefined);
}

function* hashedRows(
  snapshot: SurveySnapshot,
  hashOf: (photo: SnapshotPhoto) => PhotoHashes | null,
): Generator<CsvCell[]> {
  let index = 0;
  for (const row of rows(snapshot)) {
    const photo = snapshot.photos[index];
    const hashes = photo ? hashOf(photo) : null;
    yield [...row, hashes?.md5 ?? null, hashes?.sha256 ?? null];
    index += 1;
  }
}

/**
 * One row per photo, in the order of their paths; photos that failed or are still pending are rows too.
 *
 * @param hashOf adds the columns `md5` and `sha256`, of the whole file; empty where it gives null
 */
export function photosTable(
  snapshot: SurveySnapshot,
  hashOf: ((photo: SnapshotPhoto) => PhotoHashes | null) | null = null,
): ExportFile {
  const columns = hasAnswers(snapshot) ? [...photosColumns, ...answerColumns] : photosColumns;
  return hashOf === null
    ? csvFile('photos.csv', columns, () => rows(snapshot))
    : csvFile('photos.csv', [...columns, 'md5', 'sha256'], () => hashedRows(snapshot, hashOf));
}
