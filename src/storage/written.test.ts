import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { written } from './written.ts';

const full = () => new DOMException('', 'QuotaExceededError');

describe('writes of one transaction', () => {
  it('say that the disk is full, where the others only say that they were given up', async () => {
    const aborted = Promise.reject(new DOMException('', 'AbortError'));
    const done = Promise.reject(new DOMException('', 'AbortError'));
    await expect(written({ done }, [aborted, Promise.reject(full())])).rejects.toMatchObject({
      name: 'QuotaExceededError',
    });
  });

  it('are heard when the disk fills up as they end', async () => {
    await expect(written({ done: Promise.reject(full()) }, [Promise.resolve()])).rejects.toMatchObject({
      name: 'QuotaExceededError',
    });
  });

  it('never look like work that a person stopped', async () => {
    const database = await openDB('given up', 1, { upgrade: (old) => void old.createObjectStore('all') });
    const transaction = database.transaction('all', 'readwrite');
    const writes = [transaction.store.put(1, 'one')];
    transaction.abort();
    await expect(written(transaction, writes)).rejects.toMatchObject({ name: 'UnknownError' });
  });

  it('are all undone, and say why, when one of them is refused', async () => {
    const database = await openDB('refused', 1, { upgrade: (old) => void old.createObjectStore('all') });
    await database.put('all', 1, 'known');
    const { store, done } = database.transaction('all', 'readwrite');
    const writes = [store.put(2, 'fresh'), store.add(3, 'known')];
    await expect(written({ done }, writes)).rejects.toMatchObject({ name: 'ConstraintError' });
    expect(await database.getAllKeys('all')).toEqual(['known']);
  });
});
