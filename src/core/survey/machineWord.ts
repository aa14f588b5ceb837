import type { AggregationRules } from '../decisions/aggregate.ts';
import type { AnimalKind } from './animalKind.ts';
import { presentRoles, type DecidedLabel, type RoleThresholds } from '../models/role.ts';
import type { Provenance, StandingObservation } from '../taxa/observation.ts';

type MachineProvenance = Extract<Provenance, { by: 'machine' }>;

/** `unknown`: nothing shows, in a photo that has lost a part of its picture. */
export type MachineLabel = DecidedLabel | 'unknown';

/** Writes down the machine's word as an observation, with the models and the rule that it came from. */
export class MachineWord {
  readonly #models: MachineProvenance['models'];
  readonly #rules: AggregationRules;
  readonly #thresholds: RoleThresholds;
  /** By label, then by how many photos had a say. */
  readonly #known: Record<MachineLabel, MachineProvenance[]> = {
    animal: [],
    person: [],
    vehicle: [],
    blank: [],
    unknown: [],
  };

  constructor(models: MachineProvenance['models'], rules: AggregationRules, thresholds: RoleThresholds) {
    this.#models = models;
    this.#rules = rules;
    this.#thresholds = thresholds;
  }

  /** @param frames how many photos had a say */
  of(label: MachineLabel, kind: AnimalKind | null, score: number, frames: number): StandingObservation {
    return {
      role: label,
      taxon: kind?.taxon ?? null,
      count: null,
      lifeStage: null,
      sex: null,
      behaviour: null,
      box: null,
      score: kind?.score ?? score,
      provenance: this.#provenance(label, frames),
    };
  }

  /** One object for all observations of the same origin, because there are as many as photos. */
  #provenance(label: MachineLabel, frames: number): MachineProvenance {
    return (this.#known[label][frames] ??= this.#describe(label, frames));
  }

  #describe(label: MachineLabel, frames: number): MachineProvenance {
    const photos = frames === 1 ? 'one photo' : `${frames} photos`;
    if (label === 'blank' || label === 'unknown') {
      const least = presentRoles.map((role) => `${role} under ${percent(this.#thresholds[role])}`).join(', ');
      const rule = `every one of ${photos}: ${least}${label === 'unknown' ? ', but a part is damaged' : ''}`;
      const threshold = Math.max(...presentRoles.map((role) => this.#thresholds[role]));
      return { by: 'machine', models: this.#models, rule, threshold };
    }
    const rule = label === 'person' ? 'maximum' : this.#rules[label];
    const threshold = this.#thresholds[label];
    const words = `${rule} of ${photos}, ${label} from ${percent(threshold)}`;
    return { by: 'machine', models: this.#models, rule: words, threshold };
  }
}

function percent(share: number): string {
  return share.toFixed(2);
}
