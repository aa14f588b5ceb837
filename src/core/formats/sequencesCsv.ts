import { formatCaptureTime } from '../time/captureTime.ts';
import type { SiftedPhoto } from '../media/photo.ts';
import type { DecidedSequence } from '../survey/decidedSequence.ts';
import { fixed, toCsv } from './csv.ts';

/** The columns of `sequences.csv`, in order; new ones are only ever added at the end. */
export const sequencesCsvColumns = [
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
] as const;

function timeOf(photo: SiftedPhoto | undefined): string | null {
  const captureTime = photo?.captureTime;
  return captureTime ? formatCaptureTime(captureTime) : null;
}

/** One row per sequence, ordered by deployment and time. */
export function sequencesCsv(sequences: readonly DecidedSequence[]): string {
  const rows = sequences.map(({ id, deployment, frames, decision: { label, score, probabilities } }) => [
    id,
    deployment,
    timeOf(frames[0]),
    timeOf(frames.at(-1)),
    frames.length,
    label,
    fixed(score),
    fixed(probabilities.animal),
    fixed(probabilities.person),
    fixed(probabilities.vehicle),
  ]);
  return toCsv(sequencesCsvColumns, rows);
}
