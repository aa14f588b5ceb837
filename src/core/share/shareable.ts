import type { GateEvidence } from '../gate/gateEvidence.ts';
import type { GateState } from '../gate/peopleGate.ts';
import type { Observation } from '../observation/observation.ts';

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
