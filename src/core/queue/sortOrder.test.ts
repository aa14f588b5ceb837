import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snapshotOf } from '../../../tests/fixtures/queueSnapshot.ts';
import { queueEntries } from './queueEntries.ts';
import { showQueue } from './queueLens.ts';
import { everything } from './sequenceFilter.ts';
import { noRanks, sortOrders, type LikenessRanks, type SortOrder } from './sortOrder.ts';

const snapshot = snapshotOf([
  { id: 'sure', score: 0.95, civil: '2024-05-03T10:00:00' },
  { id: 'seen', score: 0.51, reviewed: true, civil: '2024-05-01T10:00:00' },
  { id: 'torn', score: 0.55, votes: ['animal', 'blank', 'blank', 'animal'], civil: null },
  { id: 'faint', label: 'blank', score: 0.6, civil: '2024-05-02T10:00:00' },
]);
const entries = queueEntries(snapshot);

function sortQueue(all: typeof entries, sort: SortOrder, ranks: LikenessRanks = noRanks) {
  return showQueue(all, { filter: everything, sort }, snapshot, ranks).entries;
}

function order(by: SortOrder): string[] {
  const novelty = new Map([
    ['faint', 0.9],
    ['sure', 0.1],
  ]);
  const place = new Map([
    ['torn', 0],
    ['sure', 1],
  ]);
  return sortQueue(entries, by, { novelty, place }).map(({ id }) => id);
}

describe('sorting', () => {
  it('puts the earliest first and undated photos last', () => {
    expect(order('time')).toEqual(['seen', 'faint', 'sure', 'torn']);
  });

  it('puts what is nearest to its threshold first, and what a person has seen last', () => {
    expect(order('least-sure')).toEqual(['torn', 'faint', 'sure', 'seen']);
  });

  it('puts what a look would tell most about first, what a person has seen last', () => {
    expect(order('telling')).toEqual(['faint', 'torn', 'sure', 'seen']);
  });

  it('puts contradicting frames first', () => {
    expect(order('disagreement')[0]).toBe('torn');
  });

  it('puts the surest first', () => {
    expect(order('score')).toEqual(['sure', 'faint', 'torn', 'seen']);
  });

  it('goes by what the pictures tell, the unknown last', () => {
    expect(order('novelty').slice(0, 2)).toEqual(['faint', 'sure']);
    expect(order('alike')).toEqual(['torn', 'sure', 'seen', 'faint']);
  });

  it('loses none and moves no equals, whatever the order', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sortOrders), (by) => {
        const sorted = sortQueue(entries, by);
        expect([...sorted].sort((left, right) => (left.id < right.id ? -1 : 1))).toEqual(
          [...entries].sort((left, right) => (left.id < right.id ? -1 : 1)),
        );
        expect(sortQueue(sorted, by)).toEqual(sorted);
      }),
    );
    expect(order('camera')).toEqual(['sure', 'seen', 'torn', 'faint']);
  });
});
