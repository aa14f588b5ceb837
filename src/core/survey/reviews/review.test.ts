import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reviewsInEffect, type Review, type ReviewStatement } from './review.ts';

function review(order: number, statement: ReviewStatement): Review {
  return {
    id: `r${order}`,
    projectId: 'p',
    by: 'Ada',
    at: '2021-05-01T10:00:00.000Z',
    order,
    mediaIds: ['m'],
    statement,
  };
}

const star = (order: number): Review => review(order, { kind: 'star', starred: true });
const undo = (order: number, of: number): Review => review(order, { kind: 'undo', reviewId: `r${of}` });
const idsInEffect = (reviews: Review[]): string[] => reviewsInEffect(reviews).map(({ id }) => id);

describe('reviews in effect', () => {
  it('leaves out what was taken back, and brings it back when that is taken back', () => {
    expect(idsInEffect([star(1), star(2), undo(3, 2)])).toEqual(['r1']);
    expect(idsInEffect([star(1), star(2), undo(3, 2), undo(4, 3)])).toEqual(['r1', 'r2']);
    expect(idsInEffect([star(1), star(2), undo(3, 2), undo(4, 3), undo(5, 4)])).toEqual(['r1']);
  });

  it('does not depend on the order in which reviews arrive', () => {
    const statements = fc.array(fc.option(fc.nat(8), { nil: null }), { maxLength: 9 });
    fc.assert(
      fc.property(statements, fc.infiniteStream(fc.nat()), (undoes, keys) => {
        const reviews = undoes.map((of, order) =>
          of === null || of >= order ? star(order) : undo(order, of),
        );
        const shuffled = reviews
          .map((one) => ({ one, key: keys.next().value as number }))
          .sort((left, right) => left.key - right.key)
          .map(({ one }) => one);
        expect(idsInEffect(shuffled)).toEqual(idsInEffect(reviews));
      }),
    );
  });
});
