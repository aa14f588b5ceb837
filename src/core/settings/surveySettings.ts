import {
  defaultAggregationRules,
  type AggregationRule,
  type AggregationRules,
} from '../decisions/aggregate.ts';
import { defaultTriage, type TriageSettings } from '../decisions/triage.ts';
import type { smoothingStrengths } from '../decisions/smoothingOptions.ts';
import { defaultRepeatOptions, type RepeatOptions } from '../models/prediction/repeatDetection.ts';
import { defaultIndependenceRule, type IndependenceRule } from '../decisions/sequence/event.ts';
import { defaultSequenceOptions, type SequenceOptions } from '../decisions/sequence/sequence.ts';
import { defaultRollUp } from '../taxa/rollUp.ts';
import type { ClockCorrection } from '../time/clockCorrection.ts';
import type { StationRow } from './stationTable.ts';

/** How animals are named, where the model knows kinds of animals. */
export interface SpeciesSettings {
  /** How the frames of a sequence become one score of each label. */
  rule: AggregationRule;
  /** Score from which a label, or else the taxa over it together, can be believed, 0-1. */
  believe: number;
  /** The species that are expected, as a person pasted them; empty for any. */
  checklist: string;
  /** How far odd labels follow the others of their sequence. */
  smoothing: 'off' | keyof typeof smoothingStrengths;
}

/** What the people gate holds back. A null threshold is the model's own conservative one. */
export interface GateChoice {
  /** 0-1. */
  person: number | null;
  /** Whether vehicles are held too, because plates and faces show through windows. */
  holdsVehicles: boolean;
  /** 0-1. */
  vehicle: number | null;
  /** Sequences of the same camera this close to a person are held too, in seconds; 0 for none. */
  neighbourSeconds: number;
}

/** When records of one species are independent, and of what. */
export interface EventSettings extends IndependenceRule {
  /** Whether two cameras of one station see independent visits. */
  per: 'deployment' | 'station';
}

/** What is asked of the machine's labels before nobody looks at them. */
export interface TrustSettings {
  /** Share of labels that must be right, 0-1. */
  accuracy: number;
  /** How long the person needs for one photo, in seconds. */
  secondsPerPhoto: number;
}

/**
 * What a person can set for a survey; everything that depends on it is recomputed, never inferred again. Plain values
 * that are replaced and never changed, so that undoing is putting an earlier one back, and a part that stayed the same
 * is the same object.
 */
export interface SurveySettings {
  /** Longest gap to the previous photo of a sequence, in seconds. */
  gapSeconds: number;
  /** Score from which each role counts as present, 0-1; null takes the model's own typical threshold. */
  thresholds: { animal: number | null; person: number | null; vehicle: number | null };
  grouping: Required<SequenceOptions>;
  aggregation: AggregationRules;
  species: SpeciesSettings;
  gate: GateChoice;
  triage: TriageSettings;
  events: EventSettings;
  repeats: RepeatOptions;
  trust: TrustSettings;
  /** Of every deployment that has no zone of its own, such as `+02:00`; null when nobody gave it. */
  utcOffset: string | null;
  /** By deployment's folder, or a folder inside one; only those with something to correct. */
  clocks: Readonly<Record<string, ClockCorrection>>;
  /** Empty for stations named after their folders. */
  stations: readonly StationRow[];
}

export const defaultSettings: SurveySettings = {
  gapSeconds: 60,
  thresholds: { animal: null, person: null, vehicle: null },
  grouping: { ...defaultSequenceOptions, cameraBursts: true },
  aggregation: defaultAggregationRules,
  species: {
    rule: defaultAggregationRules.animal,
    believe: defaultRollUp.threshold,
    checklist: '',
    smoothing: 'off',
  },
  gate: { person: null, holdsVehicles: false, vehicle: null, neighbourSeconds: 0 },
  triage: defaultTriage,
  events: { ...defaultIndependenceRule, minDeltaMinutes: 30, per: 'deployment' },
  repeats: defaultRepeatOptions,
  trust: { accuracy: 0.966, secondsPerPhoto: 20 },
  utcOffset: null,
  clocks: {},
  stations: [],
};

/** Settings as an earlier version kept them, with what it did not know yet. */
export function completeSettings(kept: Partial<SurveySettings>): SurveySettings {
  const complete: Record<string, unknown> = { ...defaultSettings };
  // A database can hold anything, whatever its type says.
  for (const [name, value] of Object.entries((kept as Partial<SurveySettings> | null) ?? {})) {
    const known = complete[name];
    const isGroup = typeof known === 'object' && known !== null && !Array.isArray(known);
    complete[name] = isGroup ? { ...known, ...(value as object) } : value;
  }
  return complete as unknown as SurveySettings;
}
