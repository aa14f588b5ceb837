import type { Evidence } from '../../decisions/gate/gateEvidence.ts';
import type { GateState } from '../../decisions/gate/peopleGate.ts';
import type { Observation } from '../../taxa/observation.ts';
import type { SnapshotPhoto, SnapshotSequence, SurveySnapshot } from '../../survey/surveySnapshot.ts';

/** A photo as sharing sees it. */
export interface ShareablePhoto {
  id: string;
  path: string;
  deploymentId: string;
  /** Of what stands, for folders and the report: a species, `animal`, `blank`. */
  label: string;
  /** Signs of people and vehicles from every model, whatever their score; null while no model has seen it. */
  evidence: Evidence | null;
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
export function labelOf(observations: readonly Observation[]): string {
  const names = observations.map(({ role, taxon }) => taxon?.commonName ?? taxon?.scientificName ?? role);
  return [...new Set(names)].sort().join(' and ') || 'blank';
}

/** A photo of a sequence as sharing sees it. */
export function shareablePhoto(
  { media, deploymentId, evidence, observations, captureTime }: SnapshotPhoto,
  sequence: Pick<SnapshotSequence, 'observations'>,
): ShareablePhoto {
  return {
    id: media.id,
    path: media.path,
    deploymentId,
    label: labelOf(sequence.observations),
    evidence,
    reviewed: observations.filter(({ provenance }) => provenance.by === 'human'),
    capturedAt: captureTime?.civil ?? null,
  };
}

/** Sequences as sharing sees them. @param chosen ids of those to share; null for all */
export function shareableSequences(
  { sequences, photos }: Pick<SurveySnapshot, 'sequences' | 'photos'>,
  chosen: ReadonlySet<string> | null = null,
): ShareableSequence[] {
  return sequences
    .filter(({ id }) => chosen === null || chosen.has(id))
    .map((sequence) => ({
      id: sequence.id,
      gate: sequence.gate,
      photos: sequence.photos.flatMap((index) => {
        const photo = photos[index];
        return photo ? [shareablePhoto(photo, sequence)] : [];
      }),
    }));
}
