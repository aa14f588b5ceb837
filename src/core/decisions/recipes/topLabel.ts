/** The place of the highest score, of equal ones the first; 0 when there is none. NaN never wins. */
export function topLabel(scores: ArrayLike<number>): number {
  let top = 0;
  let best = -Infinity;
  for (let label = 0; label < scores.length; label += 1) {
    const score = scores[label] ?? Number.NaN;
    if (!(score > best)) continue;
    best = score;
    top = label;
  }
  return top;
}
