import type { GateEvidence } from '../gate/gateEvidence.ts';
import type { GateState } from '../gate/peopleGate.ts';
import type { Observation } from '../observation/observation.ts';
import type { ReviewOfPhoto, StandingSequence } from '../survey/standing.ts';

/** A photo as sharing sees it. */
export interface ShareablePhoto {
  id: string;
  path: string;
  deploymentId: string;
  /** Of what stands, for folders and the report: a species, `animal`, `blank`. */
  label: string;
  /** Signs of people and vehicles from every model, whatever their score; null while no model has seen it. */
  evidence: readonly GateEvidence[] | null;
  /** What a person said is in it; empty where nobody looked. */
  reviewed: readonly Pick<Observation, 'role' | 'box' | 'count'>[];
  /** `YYYY-MM-DDTHH:MM:SS`, corrected; null where unknown. */
  capturedAt: string | null;
}

export interface ShareableSequence {
  id: string;
  gate: GateState;
  photos: readonly ShareablePhoto[];
}

/** What one word for a folder says of what stands: the kinds of animals, or the roles. */
function labelOf(observations: readonly Observation[]): string {
  const names = observations.map(({ role, taxon }) => taxon?.commonName ?? taxon?.scientificName ?? role);
  return [...new Set(names)].sort().join(' and ') || 'blank';
}

/** Sequences as sharing sees them. @param reviewOf what people said of a photo, by its id */
export function shareableSequences(
  sequences: readonly StandingSequence[],
  reviewOf: ReviewOfPhoto,
): ShareableSequence[] {
  return sequences.map(({ id, gate, frames, observations }) => ({
    id,
    gate,
    photos: frames.map((frame): ShareablePhoto => ({
      id: frame.id,
      path: frame.path,
      deploymentId: frame.deployment,
      label: labelOf(observations),
      evidence: frame.evidence,
      reviewed: reviewOf(frame.id).named?.observations ?? [],
      capturedAt: frame.captureTime?.civil ?? null,
    })),
  }));
}
