import { describe, expect, it } from 'vitest';
import type { GateState } from '../gate/peopleGate.ts';
import { reviewQueue } from './reviewQueue.ts';
import type { TriageCase } from './triage.ts';

const clear: GateState = { state: 'clear' };
const held: GateState = { state: 'held', by: 'machine', signs: [] };

function sequence(more: Partial<TriageCase> = {}): TriageCase {
  return {
    id: 's',
    gate: clear,
    label: 'animal',
    score: 0.95,
    votes: ['animal'],
    isReviewed: false,
    ...more,
  };
}

describe('reviewQueue', () => {
  it('holds only what is to be reviewed, the most informative first', () => {
    const cases = [
      sequence({ id: 'accepted' }),
      sequence({ id: 'held', gate: held, score: 0.5 }),
      sequence({ id: 'far below', score: 0.2 }),
      sequence({ id: 'near', score: 0.88 }),
      sequence({ id: 'near, and frames differ', score: 0.88, votes: ['zebra', 'impala'] }),
      sequence({ id: 'far below, but never seen', score: 0.2, novelty: 1 }),
    ];
    expect(reviewQueue(cases).map(({ id }) => id)).toEqual([
      'near, and frames differ',
      'far below, but never seen',
      'near',
      'far below',
    ]);
  });

  it('keeps the same order for any order of the cases', () => {
    const cases = ['b', 'a', 'c'].map((id) => sequence({ id, score: 0.5 }));
    expect(reviewQueue(cases).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(reviewQueue(cases.toReversed()).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });
});
