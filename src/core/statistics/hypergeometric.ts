import { logGamma } from './incompleteBeta.ts';

function logChoose(total: number, chosen: number): number {
  return logGamma(total + 1) - logGamma(chosen + 1) - logGamma(total - chosen + 1);
}

/**
 * The chance that a sample without replacement holds at most `most` marked items.
 *
 * @param total how many there are, whole
 * @param marked how many of them are marked
 * @param drawn how many are drawn
 */
export function chanceOfAtMost(most: number, total: number, marked: number, drawn: number): number {
  const first = Math.max(0, drawn - (total - marked));
  const last = Math.min(most, marked, drawn);
  const all = logChoose(total, drawn);
  let chance = 0;
  for (let found = first; found <= last; found += 1) {
    chance += Math.exp(logChoose(marked, found) + logChoose(total - marked, drawn - found) - all);
  }
  return Math.min(1, chance);
}

/**
 * How many of all items can be marked at most, when `found` of `drawn` were: the exact one-sided bound for a finite
 * population (W. Buonaccorsi, "A note on confidence intervals for proportions in finite populations", The American
 * Statistician 41, 1987).
 *
 * @param confidence 0-1
 * @returns a whole number from `found` to `total - drawn + found`
 */
export function mostMarked(found: number, total: number, drawn: number, confidence = 0.95): number {
  const doubt = 1 - confidence;
  let possible = found;
  let impossible = total - drawn + found + 1;
  while (impossible - possible > 1) {
    const middle = Math.floor((possible + impossible) / 2);
    if (chanceOfAtMost(found, total, middle, drawn) > doubt) possible = middle;
    else impossible = middle;
  }
  return possible;
}
