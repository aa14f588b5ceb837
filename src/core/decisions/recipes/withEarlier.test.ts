import { expect, it } from 'vitest';
import { predictionOf, threeClassManifest } from '../../../../tests/fixtures/photo.ts';
import { prepareSingle } from './prepareSingle.ts';
import { withEarlier } from './withEarlier.ts';

const present = { hash: 'present', manifest: threeClassManifest };
const turned = { ...threeClassManifest, version: '0.1', labels: threeClassManifest.labels.toReversed() };
const earlier = { hash: 'earlier', manifest: turned };

it('lets the word of an earlier version stand, photo by photo, until the present one has spoken', () => {
  const recipe = withEarlier(prepareSingle(present), [earlier]);
  expect(recipe.keys).toEqual(['present', 'earlier']);
  const before = new Map([['earlier', predictionOf([0, 0, 0.5])]]);
  // In the labels of the present one.
  expect([...(recipe.combine(before)?.labelScores ?? [])]).toEqual([0.5, 0, 0]);
  expect(recipe.standIn?.(before)).toBe(earlier);
  expect(recipe.missing(before)).toHaveLength(1);
  const after = new Map([...before, ['present', predictionOf([0.25, 0, 0])] as const]);
  expect([...(recipe.combine(after)?.labelScores ?? [])]).toEqual([0.25, 0, 0]);
  expect(recipe.standIn?.(after)).toBeNull();
  expect(recipe.combine(new Map())).toBeNull();
});
