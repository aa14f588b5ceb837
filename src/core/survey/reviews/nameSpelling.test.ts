import { expect, it } from 'vitest';
import { observationOf } from '../../taxa/observation.ts';
import type { Review } from './review.ts';
import { ReviewLog } from './reviewLog.ts';

function named(id: string, name: string, order: number): Review {
  const at = `2026-05-01T10:00:0${order}.000Z`;
  const taxon = { taxon: null, scientificName: name, commonName: null };
  const statement = { kind: 'observations' as const, observations: [observationOf('animal', taxon)] };
  return { id, projectId: 'p', by: 'Ada', at, order, mediaIds: [id], statement };
}

const reviews = ['Red Deer', ' red deer', 'RED  DEER ', 'Red fox'].map((name, index) =>
  named(`${index}`, name, index),
);
const namesIn = (log: ReviewLog): (string | undefined)[] =>
  reviews.map(({ id }) => log.photo(id).named?.observations[0]?.taxon?.scientificName);

it('labels that differ in case or blanks only are one kind, as it was first written', () => {
  const expected = ['Red Deer', 'Red Deer', 'Red Deer', 'Red fox'];
  expect(namesIn(new ReviewLog(reviews))).toEqual(expected);
  const grown = new ReviewLog();
  for (const review of reviews) {
    grown.add(review);
    namesIn(grown);
  }
  expect(namesIn(grown)).toEqual(expected);
  expect(namesIn(new ReviewLog([...reviews].reverse()))).toEqual(expected);
});
