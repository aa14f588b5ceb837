import { expect, test } from 'vitest';
import { season } from '../../../../tests/fixtures/season.ts';
import { bestPhotos } from './bestPhotos.ts';

const snapshot = season();
const deer = 'Capreolus capreolus';

test('shows the asked for kind only, starred ones first, then confirmed ones', () => {
  const best = bestPhotos(snapshot, deer, 30);
  expect(best).toHaveLength(30);
  expect(best.every(({ observations }) => observations[0]?.taxon?.scientificName === deer)).toBe(true);
  const stars = best.map(({ starred }) => Number(starred));
  expect(stars[0]).toBe(1);
  expect(stars).toEqual(stars.toSorted((left, right) => right - left));
  const unstarred = best.filter(({ starred }) => !starred);
  const confirmed = unstarred.map(({ observations }) => Number(observations[0]?.provenance.by === 'human'));
  expect(confirmed).toEqual(confirmed.toSorted((left, right) => right - left));
});

test('of a burst, one', () => {
  const photos = snapshot.photos.map((photo) => ({ ...photo, sequenceId: 'one burst' }));
  expect(bestPhotos({ ...snapshot, photos }, deer, 5)).toHaveLength(1);
});

test('of what is not there, none', () => {
  expect(bestPhotos(snapshot, 'Lynx lynx', 5)).toEqual([]);
});
