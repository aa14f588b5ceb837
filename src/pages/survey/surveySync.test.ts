import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { ReviewLog } from '../../core/survey/reviews/reviewLog.ts';
import type { SurveyState } from './surveyState.svelte.ts';
import { SurveySync } from './surveySync.ts';

test('results that another tab brought in while this one sifted are read before anything leaves', async () => {
  const survey = { id: 'one', name: 'One' };
  const state = {
    survey,
    reviews: { log: new ReviewLog() },
    store: { ofId: () => survey },
    keeper: { isIdle: true },
  } as unknown as SurveyState;
  let isBusy = true;
  let reads = 0;
  const sync = new SurveySync(state, {
    isBusy: () => isBusy,
    reread: () => {
      reads += 1;
      return Promise.resolve();
    },
    reopen: () => Promise.resolve(),
    gone: () => Promise.resolve(),
  });
  sync.hear('photos');
  isBusy = false;
  await sync.count();
  await sync.refresh();
  expect(reads).toBe(1);
});
