import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { observationOf } from '../../core/taxa/observation.ts';
import type { Review, ReviewStatement } from '../../core/survey/reviews/review.ts';
import { reviewsInEffect } from '../../core/survey/reviews/review.ts';
import { Reviews } from './reviews.svelte.ts';

const named = (role: 'animal' | 'person'): ReviewStatement => ({
  kind: 'observations',
  observations: [observationOf(role)],
});

let kept: Review[] = [];
let told: string[] = [];
function desk(): Reviews {
  const reviews = new Reviews({
    keep: (added) => Promise.resolve(kept.push(...added)),
    clockIsBehind: (last) => told.push(last),
  });
  reviews.open('survey', []);
  return reviews;
}
const rolesOf = (reviews: Reviews) => reviews.photo('a').named?.observations.map(({ role }) => role) ?? null;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-05-01T12:00:00Z') });
  kept = [];
  told = [];
});
afterEach(() => vi.useRealTimers());

describe('a clock that is set back', () => {
  for (const [name, milliseconds] of [
    ['ten seconds', 10_000],
    ['a year', 365 * 86_400_000],
  ] as const) {
    it(`by ${name} does not make the newest word the older one`, () => {
      const reviews = desk();
      reviews.add(named('animal'), ['a']);
      vi.setSystemTime(Date.now() - milliseconds);
      reviews.add(named('person'), ['a']);
      expect(rolesOf(reviews)).toEqual(['person']);
      expect(reviews.photo('a').gate?.verdict).toBe('hold');
      reviews.undo();
      expect(rolesOf(reviews)).toEqual(['animal']);
      reviews.redo();
      expect(rolesOf(reviews)).toEqual(['person']);
      expect(reviewsInEffect(kept).map(({ at }) => at)).toEqual(kept.slice(0, 2).map(({ at }) => at));
      expect(told).toEqual(['2026-05-01T12:00:00.000Z']);
    });
  }

  it('keeps what the clock showed beside what orders the words', () => {
    const reviews = desk();
    reviews.add(named('animal'), ['a']);
    vi.setSystemTime(new Date('2026-05-01T11:00:00Z'));
    reviews.add({ kind: 'gate', verdict: 'hold', signedOff: [] }, ['a']);
    expect(reviews.photo('a').gate).toMatchObject({
      at: '2026-05-01T12:00:00.001Z',
      saidAt: '2026-05-01T11:00:00.000Z',
    });
  });
});

describe('a laptop whose clock is ahead', () => {
  it('does not have the last word for ever: what is said here after a merge counts', () => {
    for (const at of ['2031-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z', 'later than all']) {
      const reviews = desk();
      const theirs = { id: `r${at}`, projectId: 'survey', by: 'Eve', at, order: 4, mediaIds: ['a'] };
      reviews.take([{ ...theirs, statement: { kind: 'gate', verdict: 'release', signedOff: [] } }]);
      reviews.add(named('person'), ['a']);
      expect(rolesOf(reviews)).toEqual(['person']);
      expect(reviews.photo('a').gate?.verdict).toBe('hold');
      reviews.add({ kind: 'gate', verdict: 'release', signedOff: [] }, ['a']);
      expect(reviews.photo('a').gate?.verdict).toBe('release');
    }
  });
});

describe('another tab', () => {
  it('has its words counted here, before those that are said here afterwards', () => {
    const [one, two] = [desk(), desk()];
    one.add(named('animal'), ['a']);
    two.merge(one.log.reviews);
    vi.setSystemTime(Date.now() - 60_000);
    two.add(named('person'), ['a']);
    one.merge(two.log.reviews);
    expect([rolesOf(one), rolesOf(two)]).toEqual([['person'], ['person']]);
  });
});
