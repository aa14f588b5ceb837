import type { Evidence } from './gateEvidence.ts';

/** A photo as the people gate sees it. */
export interface GateFrame {
  id: string;
  /** Seconds on the camera's civil clock; null when it has no usable time, and then it has no neighbours. */
  seconds: number | null;
  /** From every model; null while the photo is not sifted, or when it cannot be read. */
  evidence: Evidence | null;
  /** True for a photo that is damaged: nobody knows what the camera took. */
  isDamaged?: true;
}

export interface GateSequence {
  id: string;
  deployment: string;
  frames: readonly GateFrame[];
}

export interface GateSettings {
  /** Score from which a sign of a person holds, 0-1: the model's conservative threshold, not its typical one. */
  personThreshold: number;
  /** The same for vehicles, because plates and faces show through windows; null when vehicles may pass. */
  vehicleThreshold: number | null;
  /** Sequences of one deployment with photos this close to a person are held too, in seconds; 0 for none. */
  neighbourSeconds: number;
}
