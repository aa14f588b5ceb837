import type { SiftedPhoto } from '../../survey/photo.ts';
import { decidePhoto } from '../../decisions/decision.ts';
import type { RoleThresholds } from '../../models/role.ts';
import type { Observation } from '../../taxa/observation.ts';
import type { DecidedSequence } from '../../survey/decidedSequence.ts';
import type { StandingSequence } from '../../survey/standing.ts';
import type { JudgedCase } from './surveyEvaluation.ts';

/** What somebody says is in a photo; null where nobody did. */
export type SeenIn = (photo: SiftedPhoto) => readonly Observation[] | null;

function kindOf({ kind }: DecidedSequence): JudgedCase['kind'] {
  return kind && { name: kind.taxon.scientificName, score: kind.score };
}

/** The people gate lets nothing through by its score, and triage nothing that contradicts itself. */
function isLookedAt({ gate, disagreement }: StandingSequence, mostDisagreement: number): boolean {
  return gate.state !== 'clear' || disagreement > mostDisagreement;
}

/**
 * The photos that somebody judged, each with the machine's word on it alone.
 *
 * @param mostDisagreement of triage, 0-1
 */
export function judgedPhotos(
  sequences: readonly StandingSequence[],
  thresholds: RoleThresholds,
  mostDisagreement: number,
  seenIn: SeenIn,
): JudgedCase[] {
  return sequences.flatMap((sequence) => {
    const looked = isLookedAt(sequence, mostDisagreement);
    return sequence.frames.flatMap((photo) => {
      const seen = seenIn(photo);
      if (!seen) return [];
      const decision = decidePhoto(photo.scores, thresholds);
      const kind = decision.label === 'animal' ? kindOf(sequence) : null;
      return [{ id: photo.path, seen, decision, kind, isLookedAt: looked }];
    });
  });
}

/**
 * The sequences with every photo judged; what was seen in any photo was seen in the sequence.
 *
 * @param mostDisagreement of triage, 0-1
 */
export function judgedSequences(
  sequences: readonly StandingSequence[],
  mostDisagreement: number,
  seenIn: SeenIn,
): JudgedCase[] {
  return sequences.flatMap((sequence) => {
    const { id, frames, decision } = sequence;
    const seen = frames.map(seenIn);
    if (seen.some((observations) => observations === null)) return [];
    const all = seen.flatMap((observations) => observations ?? []);
    const looked = isLookedAt(sequence, mostDisagreement);
    return [{ id, seen: all, decision, kind: kindOf(sequence), isLookedAt: looked }];
  });
}
