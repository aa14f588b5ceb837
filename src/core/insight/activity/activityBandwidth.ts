import { scaledBessel } from './scaledBessel.ts';

const greatestConcentration = 500;

/** Length of the mean of `order` times the angles, 0-1: 1 when all are the same. */
function resultantLength(angles: readonly number[], order: number): number {
  let sine = 0;
  let cosine = 0;
  for (const angle of angles) {
    sine += Math.sin(order * angle);
    cosine += Math.cos(order * angle);
  }
  return Math.hypot(sine, cosine) / angles.length;
}

/** Concentration of the von Mises distribution whose moment of that order has this length. */
function concentrationOf(length: number, order: number): number {
  let low = 0;
  let high = greatestConcentration;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (scaledBessel(order, middle) / scaledBessel(0, middle) < length) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Concentration of the von Mises kernel that suits a sample: the plug-in rule of C. Taylor, "Automatic bandwidth
 * selection for circular density estimation", Computational Statistics & Data Analysis 52 (2008), with the largest of
 * the concentrations that the first three trigonometric moments give, so that animals active at dawn and at dusk are
 * not smoothed flat (M. Ridout and M. Linkie, "Estimating overlap of daily activity patterns from camera trap data",
 * JABES 14, 2009; `getBandWidth` of the R package overlap).
 *
 * @param angles times of day in radians, midnight 0
 * @returns the higher, the sharper; null when the times say nothing of it: none, or spread evenly, or all the same
 */
export function activityBandwidth(angles: readonly number[], moments = 3): number | null {
  if (angles.length === 0) return null;
  let concentration = 0;
  for (let order = 1; order <= moments; order += 1) {
    concentration = Math.max(concentration, concentrationOf(resultantLength(angles, order), order));
  }
  if (concentration < 1e-6 || concentration > greatestConcentration * 0.999) return null;
  const spread = scaledBessel(2, 2 * concentration) / scaledBessel(0, concentration) ** 2;
  const bandwidth = ((3 * angles.length * concentration ** 2 * spread) / (4 * Math.sqrt(Math.PI))) ** 0.4;
  return Number.isFinite(bandwidth) && bandwidth > 0 ? bandwidth : null;
}
