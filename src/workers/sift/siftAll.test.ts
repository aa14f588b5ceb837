import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { classifier } from '../../../tests/fixtures/recipe.ts';
import { pendingMedia } from '../../core/photos/media.ts';
import { singleRecipe } from '../../core/decisions/recipes/singleRecipe.ts';
import type { SiftJob, SiftResult } from './contract.ts';
import { LoadedRecipe } from './loadedRecipe.ts';
import { siftAll } from './siftAll.ts';

const model = classifier('foxes', 'fox', 'empty=blank');

/** Photos that fail at once, so that no model is needed. */
function jobs(count: number): SiftJob[] {
  return Array.from({ length: count }, (_, index) => ({
    media: pendingMedia('survey', 'folder', `Ridge/${index}.jpg`),
    file: { failure: { code: 'changed', detail: 'gone' } },
  }));
}

it('is not finished before the page has the last results', async () => {
  const loaded = await LoadedRecipe.load({
    recipe: singleRecipe(model),
    models: [{ ...model, weights: null }],
  });
  const left = jobs(3);
  const shown: SiftResult[] = [];
  let finished = false;
  let letThrough = (): void => undefined;
  const busyPage = new Promise<void>((resolve) => (letThrough = resolve));
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  const sifting = siftAll(loaded, {
    next: () => Promise.resolve(left.shift() ?? null),
    kept: async (results) => {
      arrive();
      await busyPage;
      shown.push(...results);
    },
  }).then(() => (finished = true));

  await arrived;
  await new Promise((resolve) => setTimeout(resolve));
  expect(finished).toBe(false);
  letThrough();
  await sifting;
  expect(shown.map(({ media }) => media.path)).toEqual(['Ridge/0.jpg', 'Ridge/1.jpg', 'Ridge/2.jpg']);
});
