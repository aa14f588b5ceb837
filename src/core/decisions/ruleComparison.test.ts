import { describe, expect, it } from 'vitest';
import { aggregateSequence } from './aggregate.ts';
import { compareRules } from './ruleComparison.ts';

const thresholds = { animal: 0.4, person: 0.3, vehicle: 0.5 };
const still = { animal: 0.05, person: 0, vehicle: 0 };
const sequences = [
  {
    id: 'two deer and a hiker',
    frames: [
      { animal: 0.6, person: 0, vehicle: 0 },
      { animal: 0.2, person: 0.5, vehicle: 0 },
    ],
  },
  { id: 'a fox', frames: [{ animal: 0.9, person: 0, vehicle: 0 }, still] },
  { id: 'grass', frames: [still, still] },
  { id: 'not sifted', frames: [] },
];

describe('compareRules', () => {
  it('lists the sequences whose label changes, and counts the moves', () => {
    const comparison = compareRules(
      sequences,
      ({ frames }) => aggregateSequence(frames, thresholds)?.label ?? null,
      ({ frames }) =>
        aggregateSequence(frames, thresholds, { animal: 'maximum', vehicle: 'mean' })?.label ?? null,
    );
    expect(comparison.compared).toBe(3);
    expect(comparison.changes.map(({ item }) => item.id)).toEqual(['two deer and a hiker']);
    expect(comparison.moves).toEqual([{ first: 'person', second: 'animal', count: 1 }]);
  });

  it('counts the most frequent move first', () => {
    const { moves } = compareRules(
      ['a', 'b', 'b'],
      (item) => item,
      () => 'c',
    );
    expect(moves).toEqual([
      { first: 'b', second: 'c', count: 2 },
      { first: 'a', second: 'c', count: 1 },
    ]);
  });
});
