import { expect, test } from 'vitest';
import type { DoorStatus } from '../../src/app/script/machineDoor.ts';
import { waitForRun } from './waitForRun.ts';

const status = (phase: DoorStatus['phase'], done: number, more: Partial<DoorStatus> = {}): DoorStatus => ({
  phase,
  total: 4,
  done,
  failed: 0,
  pending: 4 - done,
  known: 0,
  photosPerSecond: null,
  message: null,
  ...more,
});

/** Answers with one status per second, then with the last one for ever. */
function watchOver(statuses: DoorStatus[], limits: { timeLimit?: number; broken?: string } = {}) {
  let time = 0;
  const reported: DoorStatus[] = [];
  const running = waitForRun({
    status: () => Promise.resolve(statuses[Math.min(time / 1000, statuses.length - 1)] ?? status('empty', 0)),
    report: (each) => void reported.push(each),
    whyBroken: () => limits.broken ?? null,
    now: () => time,
    pause: (milliseconds) => Promise.resolve((time += milliseconds)),
    stallLimit: 300_000,
    timeLimit: limits.timeLimit ?? null,
  });
  return { running, reported };
}

test('waits through every phase, and past a "done" that does not last', async () => {
  const phases = [
    status('empty', 0),
    status('reading', 0),
    status('done', 0),
    status('sifting', 2),
    status('done', 4),
  ];
  const { running, reported } = watchOver(phases);
  expect(await running).toEqual(status('done', 4));
  expect(reported).toHaveLength(6);
});

test('a run that stops before its end is an error with the reason', async () => {
  const full = status('waiting', 1, { message: 'The disk is full.' });
  await expect(watchOver([status('sifting', 1), full]).running).rejects.toThrow(
    '3 photos left: The disk is full.',
  );
  await expect(watchOver([status('done', 3)]).running).rejects.toThrow('1 photos left');
});

test('gives up when nothing was taken, nothing moves, the time is over or the page is gone', async () => {
  await expect(watchOver([status('empty', 0)]).running).rejects.toThrow('found no photo');
  await expect(watchOver([status('sifting', 2)]).running).rejects.toThrow(
    'Nothing moved for 5 minutes, at 2 of 4',
  );
  const slow = Array.from({ length: 100 }, (_, second) => status('sifting', 0, { total: 1000 + second }));
  await expect(watchOver(slow, { timeLimit: 60_000 }).running).rejects.toThrow('Not finished in time');
  await expect(watchOver([], { broken: 'The page crashed.' }).running).rejects.toThrow('The page crashed.');
});
