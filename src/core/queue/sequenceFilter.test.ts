import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snapshotOf, type PlannedSequence } from '../../../tests/fixtures/queueSnapshot.ts';
import { observationOf } from '../taxa/observation.ts';
import { queueEntries } from './queueEntries.ts';
import { showQueue } from './queueLens.ts';
import {
  everything,
  facets,
  facetValues,
  isEverything,
  passesFacet,
  passesRanges,
  type SequenceFilter,
} from './sequenceFilter.ts';

const fox = observationOf('animal', {
  taxon: 'mammalia;carnivora;canidae;vulpes;vulpes',
  scientificName: 'Vulpes vulpes',
  commonName: 'red fox',
});
const deer = observationOf('animal', { taxon: null, scientificName: 'Cervus elaphus', commonName: null });

const season: PlannedSequence[] = [
  {
    id: 'fox',
    observations: [fox],
    civil: '2024-05-02T23:10:00',
    score: 0.9,
    reviewed: true,
    triage: 'accept',
  },
  { id: 'mixed', observations: [fox, deer], deployment: 'Creek', civil: '2024-05-03T04:00:00', score: 0.6 },
  {
    id: 'blank',
    label: 'blank',
    score: 0.97,
    triage: 'blank',
    civil: '2024-05-04T12:00:00',
    note: 'Ästig, wind',
  },
  { id: 'undated', civil: null, score: 0.3, starred: true },
];
const snapshot = snapshotOf(season, ['truncated', 'truncated', 'unreadable']);
const entries = queueEntries(snapshot);

function filterQueue(filter: SequenceFilter) {
  return showQueue(entries, { filter, sort: 'camera' }, snapshot);
}

function shown(change: Partial<SequenceFilter> | Partial<SequenceFilter['facets']>): string[] {
  const chosen = Object.keys(change).some((key) => facets.includes(key as 'label'))
    ? { ...everything, facets: { ...everything.facets, ...change } }
    : { ...everything, ...change };
  return filterQueue(chosen as SequenceFilter).entries.map(({ id }) => id);
}

describe('filtering', () => {
  it('shows every sequence, and photos that failed only when they are asked for', () => {
    expect(shown({})).toEqual(['fox', 'mixed', 'blank', 'undated']);
    expect(shown({ failure: ['truncated'] })).toHaveLength(2);
    expect(isEverything(everything)).toBe(true);
    expect(isEverything({ ...everything, text: 'fox' })).toBe(false);
  });

  it('finds a species beside others in one photo', () => {
    expect(shown({ label: ['Vulpes vulpes'] })).toEqual(['fox', 'mixed']);
    expect(shown({ label: ['Cervus elaphus', 'blank'] })).toEqual(['mixed', 'blank']);
  });

  it('takes hours over midnight as the night', () => {
    expect(shown({ hours: [22, 5] })).toEqual(['fox', 'mixed']);
    expect(shown({ hours: [5, 22] })).toEqual(['blank']);
  });

  it('includes both days of a date range, and leaves out what has no date', () => {
    expect(shown({ from: '2024-05-03', to: '2024-05-04' })).toEqual(['mixed', 'blank']);
    expect(shown({ to: '2024-05-02' })).toEqual(['fox']);
  });

  it('includes both ends of a score range', () => {
    expect(shown({ score: [0.3, 0.6] })).toEqual(['mixed', 'undated']);
  });

  it('finds words in names, paths and notes, whatever their case and accents', () => {
    expect(shown({ text: 'RED fox' })).toEqual(['fox', 'mixed']);
    expect(shown({ text: 'astig' })).toEqual(['blank']);
    expect(shown({ text: 'undated img_1' })).toEqual(['undated']);
    expect(shown({ text: 'fox owl' })).toEqual([]);
  });

  it('tells reviewed, starred and noted apart', () => {
    expect(shown({ review: ['reviewed'] })).toEqual(['fox']);
    expect(shown({ mark: ['starred'] })).toEqual(['undated']);
    expect(shown({ mark: ['starred', 'noted'] })).toEqual(['blank', 'undated']);
    expect(shown({ state: ['accept', 'blank'] })).toEqual(['fox', 'blank']);
  });
});

describe('counts', () => {
  it('say what a choice would show, also of the facet that is already narrowed', () => {
    const filter = { ...everything, facets: { ...everything.facets, label: ['Cervus elaphus'] } };
    const { counts } = filterQueue(filter);
    expect(counts.label.get('Vulpes vulpes')).toBe(2);
    expect(counts.camera.get('Creek')).toBe(1);
    expect(counts.camera.get('Ridge')).toBeUndefined();
  });

  it('are those of choosing each value, for any filter', () => {
    const choice = fc.record({
      label: fc.subarray(['Vulpes vulpes', 'Cervus elaphus', 'blank', 'animal']),
      camera: fc.subarray(['Ridge', 'Creek']),
      review: fc.subarray(['reviewed', 'unreviewed']),
      mark: fc.subarray(['starred', 'noted']),
      failure: fc.subarray(['truncated', 'unreadable']),
    });
    fc.assert(
      fc.property(choice, fc.constantFrom('', 'fox', 'img'), (chosen, text) => {
        const filter = { ...everything, facets: { ...everything.facets, ...chosen }, text };
        const result = filterQueue(filter);
        const isInRange = passesRanges(filter, snapshot);
        const passes = (facet: (typeof facets)[number], id: string): boolean =>
          entries.some((entry) => entry.id === id && passesFacet(entry, facet, filter.facets[facet]));
        for (const facet of facets) {
          const others = facets.filter((other) => other !== facet);
          const free = entries.filter(
            (entry) => isInRange(entry) && others.every((other) => passes(other, entry.id)),
          );
          for (const value of new Set(entries.flatMap((entry) => facetValues(entry, facet)))) {
            const expected = free.filter((entry) => facetValues(entry, facet).includes(value)).length;
            expect(result.counts[facet].get(value) ?? 0).toBe(expected);
          }
        }
      }),
    );
  });
});
