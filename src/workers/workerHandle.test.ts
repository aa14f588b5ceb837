import * as Comlink from 'comlink';
import { afterEach, expect, test, vi } from 'vitest';
import { WorkerHandle, type WorkerHabits } from './workerHandle.ts';

interface Api {
  double(value: number): number;
  /** Never answers. */
  hang(): Promise<number>;
}

let made: { port: MessagePort; isGone: boolean }[] = [];
afterEach(() => {
  for (const { port } of made) port.close();
  made = [];
  vi.useRealTimers();
});

/** A worker on the other end of a channel, in this very thread. */
function fakeWorker(): Worker {
  const { port1, port2 } = new MessageChannel();
  Comlink.expose(
    { double: (value: number) => value * 2, hang: () => new Promise(() => undefined) } satisfies Api,
    port2,
  );
  port1.start();
  const entry = { port: port2, isGone: false };
  made.push(entry);
  const terminate = (): void => {
    entry.isGone = true;
    port1.close();
  };
  return Object.assign(port1, { terminate, onerror: null }) as unknown as Worker;
}

function handleOf(habits: Partial<WorkerHabits> = {}): { handle: WorkerHandle<Api>; workers: Worker[] } {
  const workers: Worker[] = [];
  const make = (): Worker => {
    const worker = fakeWorker();
    workers.push(worker);
    return worker;
  };
  return { handle: new WorkerHandle<Api>(make, { patience: 60_000, ...habits }), workers };
}

test('one worker answers every question', async () => {
  const { handle, workers } = handleOf();
  expect(await handle.ask((remote) => remote.double(2))).toBe(4);
  expect(await handle.ask((remote) => remote.double(3))).toBe(6);
  expect(workers).toHaveLength(1);
  handle.close();
});

test('a worker that dies fails its question and is replaced for the next', async () => {
  const { handle, workers } = handleOf();
  const question = handle.ask((remote) => remote.hang());
  workers[0]?.dispatchEvent(new Event('error'));
  await expect(question).rejects.toMatchObject({ reason: 'died' });
  expect(made[0]?.isGone).toBe(true);
  expect(await handle.ask((remote) => remote.double(4))).toBe(8);
  expect(workers).toHaveLength(2);
  handle.close();
});

test('a worker without a sign of life is given up, one that gives them is not, and one that waits for the page neither', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { handle } = handleOf({ patience: 1000 });
  let heard = (): void => undefined;
  let rest = (): void => undefined;
  const question = handle.ask((remote, watch) => {
    ({ heard, rest } = watch);
    return remote.hang();
  });
  let ended: unknown = null;
  question.catch((error: unknown) => (ended = error));
  const after = async (milliseconds: number): Promise<unknown> => {
    await vi.advanceTimersByTimeAsync(milliseconds);
    return ended;
  };
  expect(await after(900)).toBeNull();
  heard();
  expect(await after(900)).toBeNull();
  rest();
  expect(await after(10_000)).toBeNull();
  heard();
  expect(await after(1100)).toMatchObject({ reason: 'stalled' });
});

test('a signal ends the worker at once with its own reason, also one that was given before', async () => {
  const { handle, workers } = handleOf();
  const stop = new AbortController();
  const question = handle.ask((remote) => remote.hang(), { signal: stop.signal });
  stop.abort(new RangeError('enough'));
  await expect(question).rejects.toThrow(RangeError);
  expect(made[0]?.isGone).toBe(true);
  await expect(handle.ask((remote) => remote.hang(), { signal: stop.signal })).rejects.toThrow(RangeError);
  expect(workers).toHaveLength(1);
});

test('closing answers those who wait', async () => {
  const { handle } = handleOf();
  const question = handle.ask((remote) => remote.hang());
  handle.close();
  await expect(question).rejects.toMatchObject({ reason: 'closed' });
});

test('a worker ends when nobody asks for a while, and not while somebody waits', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { handle } = handleOf({ idleLimit: 500 });
  const waiting = handle.ask((remote) => remote.hang());
  waiting.catch(() => undefined);
  await handle.ask((remote) => remote.double(1));
  await vi.advanceTimersByTimeAsync(1000);
  expect(made[0]?.isGone).toBe(false);
  handle.close();
  await handle.ask((remote) => remote.double(1));
  await vi.advanceTimersByTimeAsync(1000);
  expect(made[1]?.isGone).toBe(true);
});
