import { describe, expect, it } from 'vitest';
import { reviewsInForce, reviewsOf, type GateReview } from './gateReview.ts';

function review(verdict: GateReview['verdict'], at: string, ...mediaIds: string[]): GateReview {
  return { verdict, mediaIds, signedOff: [], by: 'Ada', at };
}

const frames = ['a', 'b'].map((id) => ({ id, seconds: null, evidence: [] }));

describe('reviewsInForce', () => {
  it('keeps the latest review of each photo, whatever their order', () => {
    const early = review('release', '2026-05-01T10:00:00Z', 'a', 'b');
    const late = review('hold', '2026-05-02T10:00:00Z', 'b');
    for (const list of [
      [early, late],
      [late, early],
    ]) {
      const inForce = reviewsInForce(list);
      expect(inForce.get('a')).toBe(early);
      expect(inForce.get('b')).toBe(late);
    }
  });

  it('takes the last in the list of two of the same moment', () => {
    const first = review('release', '2026-05-01T10:00:00Z', 'a');
    const second = review('hold', '2026-05-01T10:00:00Z', 'a');
    expect(reviewsInForce([first, second]).get('a')).toBe(second);
  });
});

describe('reviewsOf', () => {
  it('lists each review of a sequence once, the latest first, and no withdrawn ones', () => {
    const early = review('release', '2026-05-01T10:00:00Z', 'a', 'b');
    const late = review('hold', '2026-05-02T10:00:00Z', 'b');
    expect(reviewsOf(frames, reviewsInForce([early, late]))).toEqual([late, early]);
    expect(reviewsOf(frames, reviewsInForce([early]))).toEqual([early]);
    expect(
      reviewsOf(frames, reviewsInForce([early, review('withdraw', '2026-05-03T10:00:00Z', 'a', 'b')])),
    ).toEqual([]);
  });
});
