import { expect, it } from 'vitest';
import { WorkerRoom } from './workerRoom.ts';

/** What a promise is now, without waiting for it. */
async function now(promise: Promise<boolean>): Promise<boolean | 'waits'> {
  return Promise.race([promise, Promise.resolve().then(() => 'waits' as const)]);
}

it('lets as many in as there is room for, and one fewer after a death', async () => {
  const room = new WorkerRoom(2);
  expect(await now(room.enter())).toBe(true);
  expect(await now(room.enter())).toBe(true);
  room.die();
  expect(room.size).toBe(1);
  expect(await now(room.enter())).toBe('waits');
});

it('never has room for none: the last worker is always replaced', async () => {
  const room = new WorkerRoom(1);
  await room.enter();
  room.die();
  expect(await now(room.enter())).toBe(true);
});

it('has room for one more again after two hundred photos without a death', async () => {
  const room = new WorkerRoom(3);
  await Promise.all([room.enter(), room.enter(), room.enter()]);
  room.die();
  const again = room.enter();
  room.keep(199);
  expect(await now(again)).toBe('waits');
  room.keep(1);
  expect(await again).toBe(true);
  expect(room.size).toBe(3);
});

it('sends away who waits when the work is over', async () => {
  const room = new WorkerRoom(2);
  await Promise.all([room.enter(), room.enter()]);
  room.die();
  const waiting = room.enter();
  room.leave();
  expect(await waiting).toBe(false);
});
