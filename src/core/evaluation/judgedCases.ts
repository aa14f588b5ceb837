import type { SiftedPhoto } from '../media/photo.ts';
import { decidePhoto, type RoleThresholds } from '../decision/decision.ts';
import type { Observation } from '../observation/observation.ts';
import type { DecidedSequence } from '../survey/decidedSequence.ts';
import type { JudgedCase } from './surveyEvaluation.ts';

/** What somebody says is in a photo; null where nobody did. */
export type SeenIn = (photo: SiftedPhoto) => readonly Observation[] | null;

function kindOf({ kind }: DecidedSequence): JudgedCase['kind'] {
  return kind && { name: kind.taxon.scientificName, score: kind.score };
}

/** The photos that somebody judged, each with the machine's word on it alone. */
export function judgedPhotos(
  sequences: readonly DecidedSequence[],
  thresholds: RoleThresholds,
  seenIn: SeenIn,
): JudgedCase[] {
  return sequences.flatMap((sequence) =>
    sequence.frames.flatMap((photo) => {
      const seen = seenIn(photo);
      if (!seen) return [];
      const decision = decidePhoto(photo.scores, thresholds);
      return [
        { id: photo.path, seen, decision, kind: decision.label === 'animal' ? kindOf(sequence) : null },
      ];
    }),
  );
}

/** The sequences of which every photo was judged; what was seen in any photo was seen in the sequence. */
export function judgedSequences(sequences: readonly DecidedSequence[], seenIn: SeenIn): JudgedCase[] {
  return sequences.flatMap((sequence) => {
    const seen = sequence.frames.map(seenIn);
    const all = seen.flatMap((observations) => observations ?? []);
    if (seen.some((observations) => observations === null)) return [];
    return [{ id: sequence.id, seen: all, decision: sequence.decision, kind: kindOf(sequence) }];
  });
}
