import { logGamma } from '../../statistics/incompleteBeta.ts';

/** How many species so much sampling would have shown. */
export interface AccumulationPoint {
  units: number;
  species: number;
  /** 95 %, as if the survey were a sample of a larger one. */
  low: number;
  high: number;
}

export interface SpeciesAccumulation {
  units: number;
  observed: number;
  /** Species there may be in all, a lower bound (Chao2, bias-corrected); the observed ones while no unit was sampled. */
  estimated: number;
  /** From 0 units to all of them, at most as many as asked for. */
  points: AccumulationPoint[];
}

/** How likely all of `present` units are missed when `drawn` of `units` are taken at random. */
function chanceOfMissing(present: number, drawn: number, units: number): number {
  if (present + drawn > units) return 0;
  const ways = (count: number): number => logGamma(count + 1);
  return Math.exp(ways(units - present) + ways(units - drawn) - ways(units - present - drawn) - ways(units));
}

function estimate(incidences: readonly number[], units: number): number {
  if (units === 0) return incidences.length;
  const once = incidences.filter((count) => count === 1).length;
  const twice = incidences.filter((count) => count === 2).length;
  return incidences.length + (((units - 1) / units) * once * (once - 1)) / (2 * (twice + 1));
}

/**
 * How the number of species grows with sampling: sample-based rarefaction, that is the mean over all orders of the
 * sampling units, by its exact formula, with the unconditional variance (R. Colwell, C. X. Mao and J. Chang,
 * "Interpolating, extrapolating, and comparing incidence-based species accumulation curves", Ecology 85, 2004,
 * equations 5 to 7). Shuffling would give the same, more slowly.
 *
 * @param incidences for each species seen, in how many units it was: whole, 1 to `units`
 * @param units sampling units: trap nights
 * @param mostPoints of the curve, besides its beginning
 * @throws RangeError when a species was seen in more units than there are
 */
export function speciesAccumulation(
  incidences: readonly number[],
  units: number,
  mostPoints = 60,
): SpeciesAccumulation {
  if (incidences.some((count) => count < 1 || count > units)) {
    throw new RangeError(`Each species must have been seen in 1 to ${units} sampling units.`);
  }
  const estimated = estimate(incidences, units);
  const steps = Math.min(mostPoints, units);
  const drawnAt = Array.from({ length: steps }, (_, step) => Math.round(((step + 1) * units) / steps));
  const points = [0, ...drawnAt].map((drawn): AccumulationPoint => {
    const chances = incidences.map((present) => 1 - chanceOfMissing(present, drawn, units));
    const species = chances.reduce((sum, chance) => sum + chance, 0);
    const squares = chances.reduce((sum, chance) => sum + chance * chance, 0);
    const variance = estimated === 0 ? 0 : Math.max(0, squares - (species * species) / estimated);
    const margin = 1.959964 * Math.sqrt(variance);
    return { units: drawn, species, low: Math.max(0, species - margin), high: species + margin };
  });
  return { units, observed: incidences.length, estimated, points };
}
