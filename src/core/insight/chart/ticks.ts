/** 1, 2 or 5 times a power of ten, at least `least`. */
export function roundStep(least: number): number {
  if (!(least > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((one) => one * power >= least * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/**
 * Round values from `low` to `high`, both included when they are round.
 *
 * @param most of them
 * @param whole when halves make no sense, as of counts
 */
export function linearTicks(low: number, high: number, most = 6, whole = false): number[] {
  if (!(high > low)) return [low];
  const step = Math.max(roundStep((high - low) / Math.max(1, most - 1)), whole ? 1 : 0);
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  // Multiplied, not added up: 0.1 and 0.2 make 0.30000000000000004.
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** Powers of ten from `low` to `high`; with 2 and 5 times each where they are few. */
export function logTicks(low: number, high: number): number[] {
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  const factors = high / low > 500 ? [1] : [1, 2, 5];
  const ticks: number[] = [];
  for (let power = first; power <= last; power += 1) {
    for (const factor of factors) {
      const tick = Number((factor * 10 ** power).toPrecision(12));
      if (tick >= low && tick <= high) ticks.push(tick);
    }
  }
  return ticks;
}
