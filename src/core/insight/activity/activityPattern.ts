import type { ChanceSource } from '../../statistics/randomSample.ts';
import { activityBandwidth } from './activityBandwidth.ts';
import { scaledBessel } from './scaledBessel.ts';

/** Fewer records say too little of the hours between them for a curve; the histogram alone is shown. */
export const fewestForDensity = 10;

/** Points of the curve: one every quarter of an hour, from midnight on. */
export const densityPoints = 96;

/** Records are put together by 5 minutes, half of the sharpest kernel's spread. */
const bins = 288;
const resamples = 200;

/** The curve in records per hour, so that it lies on the histogram; its area is the number of records. */
export interface ActivityDensity {
  /** Concentration of the kernel. */
  bandwidth: number;
  values: readonly number[];
  /** Between these, the curve lay in 95 % of samples drawn again from the records; point by point. */
  low: readonly number[];
  high: readonly number[];
}

/** When in the day something was there. */
export interface ActivityPattern {
  /** Records. */
  n: number;
  /** Records of each hour of the clock, 24 of them. */
  histogram: readonly number[];
  /** null with fewer than ten records, or when they are all at one time. */
  density: ActivityDensity | null;
}

/** For each distance in half bins, the kernel in records per hour. */
function kernelByDistance(bandwidth: number): Float64Array {
  const whole = 24 * scaledBessel(0, bandwidth);
  return Float64Array.from(
    { length: 2 * bins },
    (_, half) => Math.exp(bandwidth * (Math.cos((Math.PI * half) / bins) - 1)) / whole,
  );
}

/** The curve of records that lie `counts` thick on the middles of the bins. */
function curveOf(counts: Float64Array, kernel: Float64Array): number[] {
  const step = (2 * bins) / densityPoints;
  return Array.from({ length: densityPoints }, (_, point) => {
    let sum = 0;
    for (let bin = 0; bin < bins; bin += 1) {
      const count = counts[bin] ?? 0;
      if (count > 0) sum += count * (kernel[Math.abs(2 * bin + 1 - point * step)] ?? 0);
    }
    return sum;
  });
}

function densityOf(hours: readonly number[], bandwidth: number, random: ChanceSource): ActivityDensity {
  const places = hours.map((hour) => Math.min(bins - 1, Math.floor((hour / 24) * bins)));
  const kernel = kernelByDistance(bandwidth);
  const counted = (draw: (record: number) => number): Float64Array => {
    const counts = new Float64Array(bins);
    for (let record = 0; record < places.length; record += 1) {
      const place = places[draw(record)] ?? 0;
      counts[place] = (counts[place] ?? 0) + 1;
    }
    return counts;
  };
  const drawn = Array.from({ length: resamples }, () =>
    curveOf(
      counted(() => Math.floor(random.next() * places.length)),
      kernel,
    ),
  );
  const quantile = (share: number): number[] =>
    Array.from({ length: densityPoints }, (_, point) => {
      const sorted = drawn.map((curve) => curve[point] ?? 0).sort((left, right) => left - right);
      return sorted[Math.round(share * (resamples - 1))] ?? 0;
    });
  return {
    bandwidth,
    values: curveOf(
      counted((record) => record),
      kernel,
    ),
    low: quantile(0.025),
    high: quantile(0.975),
  };
}

/**
 * When in the day records were made: a histogram by hours of the clock, and a kernel density on the circle with von
 * Mises kernels (Ridout & Linkie 2009, as in the R package overlap), so that 23:50 and 0:10 are neighbours. The band is
 * a bootstrap of the records with the kernel held fixed (J. Rowcliffe et al., "Quantifying levels of animal activity
 * using camera trap data", Methods in Ecology and Evolution 5, 2014). Independent records are asked for: a burst is
 * one visit.
 *
 * @param hours of the clock, 0 (included) to 24 (excluded)
 * @param random for the band; the same seed gives the same
 */
export function activityPattern(hours: readonly number[], random: ChanceSource): ActivityPattern {
  const histogram = Array.from({ length: 24 }, () => 0);
  for (const hour of hours) histogram[Math.floor(hour)] = (histogram[Math.floor(hour)] ?? 0) + 1;
  const angles = hours.map((hour) => (hour / 24) * 2 * Math.PI);
  const bandwidth = hours.length < fewestForDensity ? null : activityBandwidth(angles);
  return {
    n: hours.length,
    histogram,
    density: bandwidth === null ? null : densityOf(hours, bandwidth, random),
  };
}
