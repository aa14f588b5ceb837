import type { BoundingBox } from '../models/prediction/box.ts';
import type { DecidedLabel } from '../models/role.ts';
import type { Taxon } from './taxonomy.ts';

/** What an observation is of. `unknown`: something is there that nobody could name. */
export type ObservedRole = DecidedLabel | 'unknown';

export const lifeStages = ['adult', 'subadult', 'juvenile'] as const;
export const sexes = ['female', 'male'] as const;

export type LifeStage = (typeof lifeStages)[number];
export type Sex = (typeof sexes)[number];

/** A kind of animal as somebody named it. Two are the same when their taxa are, or their names where no taxon is known. */
export interface ObservedTaxon {
  /** `class;order;family;genus;species`; null for a name that the project has no taxonomy for. */
  taxon: Taxon | null;
  /** Latin where it is known, else as it was written. Never empty. */
  scientificName: string;
  commonName: string | null;
}

/** One thing seen in a photo: a row of Camtrap DP's observations. A photo with two species has two. */
export interface Observation {
  role: ObservedRole;
  /** null for people, vehicles and blanks, and for animals whose kind nobody named. */
  taxon: ObservedTaxon | null;
  /** Individuals, at least 1; null where nobody counted, and for blanks. */
  count: number | null;
  lifeStage: LifeStage | null;
  sex: Sex | null;
  /** In the person's own words: `foraging`, `with young`. */
  behaviour: string | null;
  /** 0-1 of the upright photo; null when the observation is of the photo as a whole. */
  box: BoundingBox | null;
}

/** Who says so: a model by a rule, or a person. Each exported row carries one. */
export type Provenance =
  | {
      by: 'machine';
      /** Name, version and sha256 of each model that had a say. */
      models: readonly { id: string; version: string; sha256: string }[];
      /** The rule that decided, in words: `mean of 3 frames, animal from 0.50`. */
      rule: string;
      /** Score that was needed, 0-1. */
      threshold: number;
    }
  | {
      by: 'human';
      person: string;
      /** ISO 8601 in UTC. */
      at: string;
    };

/** An observation that stands, with its score and its source. */
export interface StandingObservation extends Observation {
  /** 0-1, of the machine's label; null for what a person said. */
  score: number | null;
  provenance: Provenance;
}

/** Nothing known but the role. */
export function observationOf(role: ObservedRole, taxon: ObservedTaxon | null = null): Observation {
  return { role, taxon, count: null, lifeStage: null, sex: null, behaviour: null, box: null };
}
