import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { informativeness, reviewReasons, scoreNeeded, type QueueCase } from './reviewQueue.ts';
import { defaultTriage, disagreement, triage } from './triage.ts';

function sequence(more: Partial<QueueCase> = {}): QueueCase {
  return { label: 'animal', score: 0.95, disagreement: 0, ...more };
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const anyCase = fc.record({
  label: fc.constantFrom('animal', 'person', 'vehicle', 'blank'),
  score: share,
  disagreement: share,
  novelty: fc.option(share, { nil: undefined }),
});

describe('what a look would tell', () => {
  it('is most where a score is near its threshold, where photos differ, and where they are like no other', () => {
    const cases: [string, QueueCase][] = [
      ['far below', sequence({ score: 0.2 })],
      ['near', sequence({ score: 0.88 })],
      ['near, and half of the photos differ', sequence({ score: 0.88, disagreement: 0.5 })],
      ['far below, but never seen', sequence({ score: 0.2, novelty: 1 })],
    ];
    const sorted = cases.toSorted(([, left], [, right]) => informativeness(right) - informativeness(left));
    expect(sorted.map(([name]) => name)).toEqual([
      'near, and half of the photos differ',
      'far below, but never seen',
      'near',
      'far below',
    ]);
  });

  it('is measured from the threshold that counts: a blank’s from the one of blanks', () => {
    const settings = { ...defaultTriage, acceptThreshold: 0.9, blankThreshold: 0.6 };
    expect(scoreNeeded('blank', settings)).toBe(0.6);
    expect(informativeness(sequence({ label: 'blank', score: 0.6 }), settings)).toBe(1);
    expect(informativeness(sequence({ score: 0.6 }), settings)).toBeCloseTo(1 - 0.3 / 0.9, 10);
  });

  it('is most of all where there is no score', () => {
    expect(informativeness(sequence({ score: NaN }))).toBe(1);
  });

  it('is never negative, never more than the weights, and never less for more disagreement', () => {
    fc.assert(
      fc.property(anyCase, share, (one, more) => {
        const worth = informativeness(one);
        expect(worth).toBeGreaterThanOrEqual(0);
        expect(worth).toBeLessThanOrEqual(3);
        const disagreement = Math.max(one.disagreement, more);
        expect(informativeness({ ...one, disagreement })).toBeGreaterThanOrEqual(worth);
      }),
    );
  });
});

describe('the reasons', () => {
  it('say what the score is and what was needed, what weighs most in front', () => {
    expect(reviewReasons(sequence({ score: 0.3, disagreement: 0.4, novelty: 0.8 }))).toEqual([
      { kind: 'unusual' },
      { kind: 'contradiction', share: 0.4 },
      { kind: 'unsure', score: 0.3, needed: 0.9 },
    ]);
    expect(reviewReasons(sequence())).toEqual([]);
  });

  it('are there for everything that triage sends to a person', () => {
    const votes = fc.array(fc.constantFrom('animal', 'blank'), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(anyCase, votes, (one, voted) => {
        const sorted = triage({
          ...one,
          id: 's',
          gate: { state: 'clear' },
          disagreement: disagreement(voted),
          isReviewed: false,
        });
        const most = Math.max(...['animal', 'blank'].map((vote) => voted.filter((v) => v === vote).length));
        const reasons = reviewReasons({ ...one, disagreement: 1 - most / voted.length });
        if (sorted === 'review') expect(reasons).not.toEqual([]);
      }),
    );
  });
});
