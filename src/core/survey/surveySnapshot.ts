import type { DecidedLabel, RoleScores, RoleThresholds } from '../models/role.ts';
import type { Triage } from '../decisions/triage.ts';
import type { Evidence } from '../decisions/gate/gateEvidence.ts';
import type { GateSettings } from '../decisions/gate/gateSequence.ts';
import type { GateState } from '../decisions/gate/peopleGate.ts';
import type { ModelLabel } from '../models/manifest/modelManifest.ts';
import type { Media } from '../photos/media.ts';
import type { SurveySettings } from '../settings/surveySettings.ts';
import type { StandingObservation } from '../taxa/observation.ts';
import type { PackedPrediction } from '../models/prediction/predictionPacking.ts';
import type { RecipeAnswer } from '../decisions/recipes/recipeAnswer.ts';
import type { SpeciesEvent, SpeciesRecord } from '../decisions/sequence/event.ts';
import type { CaptureTime } from '../time/captureTime.ts';

/** A model that had a say, as exports name it. */
export interface SnapshotModel {
  id: string;
  version: string;
  name: string;
  sha256: string;
  license: string;
  /** What the file said of itself that its results came in; absent for a model that was run here. */
  info?: Readonly<Record<string, unknown>>;
}

/** One camera at one place for one time. */
export interface SnapshotDeployment {
  /** The folder its photos lie in, relative to what was dropped. */
  id: string;
  station: string;
  /** Decimal degrees, WGS 84; null until somebody gives them. */
  latitude: number | null;
  longitude: number | null;
  /** Corrected capture times of its first and last photo; null when none has a time. */
  start: CaptureTime | null;
  end: CaptureTime | null;
  /** True when the time zone is known, so that times have an offset from UTC. */
  zoned: boolean;
  make: string | null;
  model: string | null;
  serial: string | null;
}

export interface SnapshotPhoto {
  media: Media;
  deploymentId: string;
  /** The media id of the photo that this one is an exact copy of, which counts for both; absent for all others. */
  copyOf?: string;
  /** null for a photo that failed, is not sifted yet, or is a copy of another. */
  sequenceId: string | null;
  /** From 1 within its sequence; null like `sequenceId`. */
  frameNumber: number | null;
  /** Corrected, with its offset from UTC where the zone is known; null when the photo has no usable time. */
  captureTime: CaptureTime | null;
  /** What the model or recipe said; indices are into the snapshot's `labels`. */
  prediction: PackedPrediction | null;
  /** The recipe's one answer for the photo; absent where its recipe gives none. */
  answer?: RecipeAnswer;
  /** The machine's word on this photo alone; null until it is sifted. */
  decision: { label: DecidedLabel; score: number; probabilities: RoleScores } | null;
  /** What stands: a person's word where there is one, else the machine's; empty until it is sifted, and for a copy. */
  observations: readonly StandingObservation[];
  /** Signs of people and vehicles from every model, whatever their score; null while no model has seen it. */
  evidence: Evidence | null;
  starred: boolean;
  note: string;
}

/** What a person said of a sequence as one event, apart from its photos. */
export interface EventWord {
  /** None where it was left open; null where nothing was said of the whole. */
  observations: readonly StandingObservation[] | null;
  by: string;
  /** ISO 8601 in UTC. */
  at: string;
}

export interface SnapshotSequence {
  id: string;
  deploymentId: string;
  /** Indices into the snapshot's `photos`, in order of time. */
  photos: readonly number[];
  /** The machine's word, aggregated over the frames. */
  decision: { label: DecidedLabel; score: number; probabilities: RoleScores };
  observations: readonly StandingObservation[];
  gate: GateState;
  triage: Triage;
  /** Share of the photos that by themselves say otherwise than most of them, 0-1. */
  disagreement: number;
  isReviewed: boolean;
  /** Absent where nobody said anything of it but of its photos. */
  event?: EventWord;
}

/** An independent record of one species at one deployment; `label` is the scientific name or the role. */
export interface SnapshotRecord extends SpeciesRecord {
  photo: number;
}

/** A survey at one moment, with every decision made: all that exports, charts and evaluations read. Plain data. */
export interface SurveySnapshot {
  appVersion: string;
  /** ISO 8601 in UTC. */
  at: string;
  id: string;
  name: string;
  settings: SurveySettings;
  thresholds: RoleThresholds;
  /** The thresholds of the people gate in force. */
  gate: GateSettings;
  models: readonly SnapshotModel[];
  labels: readonly ModelLabel[];
  deployments: readonly SnapshotDeployment[];
  /** In order of their paths; failed and pending ones too. */
  photos: readonly SnapshotPhoto[];
  sequences: readonly SnapshotSequence[];
  events: readonly SpeciesEvent<SnapshotRecord>[];
}
