import { formatCaptureTime } from '../../time/captureTime.ts';
import type { SnapshotSequence, SurveySnapshot } from '../../survey/surveySnapshot.ts';
import { fixed, type CsvCell } from '../../files/csv.ts';
import { csvFile } from '../csvFile.ts';
import type { ExportFile } from '../exportFile.ts';
import {
  modelNames,
  observationCells,
  provenanceCells,
  provenanceColumns,
  toldLabel,
} from '../provenanceCells.ts';

/** The columns of `sequences.csv`, in order; new ones are only ever added at the end. */
export const sequencesColumns = [
  'sequence_id',
  'deployment',
  'start',
  'end',
  'frames',
  'label',
  'score',
  'p_animal',
  'p_person',
  'p_vehicle',
  'observed',
  'scientific_name',
  'count',
  ...provenanceColumns,
  'gate',
  'triage',
  'reviewed',
  'model_id',
] as const;

function timeOf({ photos }: SurveySnapshot, index: number | undefined): string | null {
  const time = index === undefined ? null : (photos[index]?.captureTime ?? null);
  return time && formatCaptureTime(time);
}

function rowOf(sequence: SnapshotSequence, snapshot: SurveySnapshot): CsvCell[] {
  const { score, probabilities } = sequence.decision;
  const label = toldLabel(sequence, snapshot);
  return [
    sequence.id,
    sequence.deploymentId,
    timeOf(snapshot, sequence.photos[0]),
    timeOf(snapshot, sequence.photos.at(-1)),
    sequence.photos.length,
    label,
    label === 'unknown' ? null : fixed(score),
    fixed(probabilities.animal),
    fixed(probabilities.person),
    fixed(probabilities.vehicle),
    ...observationCells(sequence.observations),
    ...provenanceCells(sequence.observations[0]?.provenance, snapshot),
    sequence.gate.state,
    sequence.triage,
    sequence.isReviewed,
    modelNames(snapshot.models),
  ];
}

function* rows(snapshot: SurveySnapshot): Generator<CsvCell[]> {
  for (const sequence of snapshot.sequences) yield rowOf(sequence, snapshot);
}

/** One row per sequence, in the order of the snapshot: by deployment and time. */
export function sequencesTable(snapshot: SurveySnapshot): ExportFile {
  return csvFile('sequences.csv', sequencesColumns, () => rows(snapshot));
}
