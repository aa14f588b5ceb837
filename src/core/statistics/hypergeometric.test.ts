import { describe, expect, it } from 'vitest';
import { chanceOfAtMost, mostMarked } from './hypergeometric.ts';

describe('chanceOfAtMost', () => {
  it('counts hands: of 5 cards, at most one of 4 aces among 52', () => {
    const hands = 2598960;
    expect(chanceOfAtMost(1, 52, 4, 5)).toBeCloseTo((1712304 + 778320) / hands, 12);
    expect(chanceOfAtMost(5, 52, 4, 5)).toBeCloseTo(1, 12);
  });
});

describe('mostMarked', () => {
  // Found by trying every number with exact fractions (Python 3, math.comb and fractions.Fraction).
  it.each([
    [0, 200, 150, 2],
    [0, 1000, 150, 18],
    [2, 1000, 150, 39],
    [0, 150, 150, 0],
    [3, 150, 150, 3],
    [0, 10, 3, 5],
  ])('of %i found, %i in all and %i drawn, says at most %i', (found, total, drawn, most) => {
    expect(mostMarked(found, total, drawn)).toBe(most);
  });

  it('knows nothing before the first is drawn', () => {
    expect(mostMarked(0, 40, 0)).toBe(40);
  });
});
