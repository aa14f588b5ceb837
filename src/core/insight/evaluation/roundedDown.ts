/**
 * A score with so many digits after the point, never above it: a threshold that is shown or kept must not exclude the
 * case that set it.
 *
 * @param score 0-1
 */
export function roundedDown(score: number, digits: number): number {
  const nearest = Number(score.toFixed(digits));
  return nearest <= score ? nearest : Number((nearest - 10 ** -digits).toFixed(digits));
}

/**
 * The number of the fewest digits, three at least, that lets the same cases pass as a score itself.
 *
 * @param score 0-1
 * @param below the highest score that must not pass; -Infinity when there is none
 */
export function shortThreshold(score: number, below: number): number {
  for (let digits = 3; digits < 16; digits += 1) {
    const short = roundedDown(score, digits);
    if (short > below) return short;
  }
  return score;
}
