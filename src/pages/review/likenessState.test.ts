import { afterEach, expect, it, vi } from 'vitest';
import { snapshotOf } from '../../../tests/fixtures/queueSnapshot.ts';
import { unknownLikeness } from '../../core/queue/likeness/namedLikeness.ts';
import { queueEntries } from '../../core/queue/queueEntries.ts';
import { LikenessState } from './likenessState.svelte.ts';

/** A worker whose script cannot be loaded. */
class BrokenWorker extends EventTarget {
  constructor() {
    super();
    setTimeout(() => this.dispatchEvent(new Event('error')));
  }
  postMessage(): void {
    // It never answers.
  }
  terminate(): void {
    // It never began.
  }
}

const snapshot = snapshotOf([{ id: 'deer' }, { id: 'fox' }]);

afterEach(() => void vi.unstubAllGlobals());

it.each([
  ['cannot be made', undefined],
  ['cannot be loaded', BrokenWorker],
])('knows of nothing and says so where the worker %s, each time it is asked', async (_, worker) => {
  vi.stubGlobal('Worker', worker);
  const failed = vi.fn();
  const likeness = new LikenessState(failed);
  const entries = queueEntries(snapshot);
  for (const times of [1, 2]) {
    const looking = likeness.find(entries, snapshot);
    expect(likeness.progress).toBe(0);
    await looking;
    expect(failed).toHaveBeenCalledTimes(times);
    expect(likeness.progress).toBeNull();
    expect(likeness.result).toBe(unknownLikeness);
  }
});

it('says nothing of a worker that fails for a survey that is closed', async () => {
  vi.stubGlobal('Worker', BrokenWorker);
  const failed = vi.fn();
  const likeness = new LikenessState(failed);
  const looking = likeness.find(queueEntries(snapshot), snapshot);
  likeness.clear();
  expect(likeness.progress).toBeNull();
  await looking;
  expect(failed).not.toHaveBeenCalled();
});
