import { ancestorAt, type Taxon, type TaxonLevel } from './taxonomy.ts';

/** A label's score and its taxon; null for labels that are no animal, such as blank and vehicle. */
export interface TaxonScore {
  taxon: Taxon | null;
  /** 0-1. */
  score: number;
}

/** The level at which labels together can be believed. */
export interface RolledUp {
  taxon: Taxon;
  level: TaxonLevel;
  /** Sum of the scores under the taxon, 0-1. */
  score: number;
}

export interface RollUpOptions {
  /** The sum must be above this, 0-1. */
  threshold: number;
  /** Tried in this order; the first that passes is taken. */
  levels: readonly TaxonLevel[];
  /** Taxa that may not be the answer, such as those a geofence blocks, are passed over. */
  isAllowed?: (taxon: Taxon) => boolean;
}

/** As SpeciesNet and AddaxAI have it: from genus up to any animal, above 0.65. */
export const defaultRollUp: RollUpOptions = {
  threshold: 0.65,
  levels: ['genus', 'family', 'order', 'class', 'kingdom'],
};

/**
 * Rolls labels up to the first level at which the scores under one ancestor sum to more than the threshold, as
 * SpeciesNet does (google/cameratrapai, `speciesnet/geofence_utils.py`). Of several at one level the highest sum is
 * taken, and of equal ones the first in the order of the labels.
 *
 * @returns null when no level passes
 */
export function rollUp(
  labels: readonly TaxonScore[],
  options: RollUpOptions = defaultRollUp,
): RolledUp | null {
  const { threshold, levels, isAllowed = () => true } = options;
  for (const level of levels) {
    const sums = new Map<Taxon, number>();
    for (const { taxon, score } of labels) {
      const ancestor = taxon === null ? null : ancestorAt(taxon, level);
      if (ancestor !== null) sums.set(ancestor, (sums.get(ancestor) ?? 0) + score);
    }
    let best: RolledUp | null = null;
    for (const [taxon, score] of sums) {
      if (score > (best?.score ?? 0) && isAllowed(taxon)) best = { taxon, level, score };
    }
    if (best && best.score > threshold) return best;
  }
  return null;
}
