import type { BoundingBox } from '../../models/prediction/box.ts';
import { unpackDetections } from '../../models/prediction/predictionPacking.ts';
import type { SnapshotPhoto, SurveySnapshot } from '../../survey/surveySnapshot.ts';
import type { CsvCell } from '../../files/csv.ts';
import { csvFile } from '../csvFile.ts';
import type { ExportFile } from '../exportFile.ts';
import { modelNames, provenanceCells, provenanceColumns, rounded } from '../provenanceCells.ts';

/** The columns of `detections.csv`, in order; new ones are only ever added at the end. */
export const detectionsColumns = [
  'path',
  'deployment',
  'sequence_id',
  'box_number',
  'role',
  'label',
  'scientific_name',
  'score',
  'x',
  'y',
  'width',
  'height',
  'model_id',
  ...provenanceColumns,
] as const;

function boxCells({ x, y, width, height }: BoundingBox): CsvCell[] {
  return [rounded(x), rounded(y), rounded(width), rounded(height)];
}

function* boxesOf(photo: SnapshotPhoto, snapshot: SurveySnapshot): Generator<CsvCell[]> {
  const start = [photo.media.path, photo.deploymentId, photo.sequenceId];
  const { models, labels, thresholds } = snapshot;
  let number = 0;
  if (photo.prediction) {
    for (const { labelIndex, score, box } of unpackDetections(photo.prediction)) {
      const label = labels[labelIndex];
      const role = label?.role ?? 'other';
      const threshold = role === 'blank' || role === 'other' ? 0 : thresholds[role];
      const rule = score < threshold ? 'under the threshold' : 'at or over the threshold';
      number += 1;
      yield [
        ...start,
        number,
        role,
        label?.name ?? String(labelIndex),
        label?.taxon ?? null,
        rounded(score),
        ...boxCells(box),
        modelNames(models),
        ...provenanceCells({ by: 'machine', models, rule, threshold }, snapshot),
      ];
    }
  }
  for (const { role, taxon, box, provenance } of photo.observations) {
    if (!box || provenance.by === 'machine') continue;
    number += 1;
    const name = taxon?.scientificName ?? null;
    yield [
      ...start,
      number,
      role,
      taxon?.commonName ?? name ?? role,
      name,
      null,
      ...boxCells(box),
      null,
      ...provenanceCells(provenance, snapshot),
    ];
  }
}

function* rows(snapshot: SurveySnapshot): Generator<CsvCell[]> {
  for (const photo of snapshot.photos) yield* boxesOf(photo, snapshot);
}

/** One row per box: every one that a model found, also the weak ones, and every one that a person drew. */
export function detectionsTable(snapshot: SurveySnapshot): ExportFile {
  return csvFile('detections.csv', detectionsColumns, () => rows(snapshot));
}
