import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { ReviewLog } from '../../core/survey/reviews/reviewLog.ts';
import type { SurveyState } from './surveyState.svelte.ts';
import { SurveySync } from './surveySync.ts';

function syncOf(isBusy: () => boolean): { sync: SurveySync; calls: string[] } {
  const survey = { id: 'one', name: 'One' };
  const state = {
    survey,
    reviews: { log: new ReviewLog() },
    store: { ofId: () => survey },
    keeper: { isIdle: true },
  } as unknown as SurveyState;
  const calls: string[] = [];
  const call = (name: string) => () => {
    calls.push(name);
    return Promise.resolve();
  };
  const sync = new SurveySync(state, {
    isBusy,
    ...{ reread: call('reread'), hearPeople: call('hear'), reopen: call('reopen'), gone: call('gone') },
  });
  return { sync, calls };
}

test('results that another tab brought in while this one sifted are read before anything leaves', async () => {
  let isBusy = true;
  const { sync, calls } = syncOf(() => isBusy);
  sync.hear('photos');
  isBusy = false;
  await sync.count();
  await sync.refresh();
  expect(calls).toEqual(['reread']);
});

test('what they say of people counts also while this tab sifts, once for each time that another tab tells', async () => {
  const { sync, calls } = syncOf(() => true);
  await sync.refresh();
  expect(calls).toEqual([]);
  sync.hear('photos');
  await sync.refresh();
  await sync.refresh();
  expect(calls).toEqual(['hear']);
  sync.hear('photos');
  await sync.refresh();
  expect(calls).toEqual(['hear', 'hear']);
});
