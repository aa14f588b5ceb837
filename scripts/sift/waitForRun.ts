import { setTimeout as sleep } from 'node:timers/promises';
import type { DoorStatus } from '../../src/app/script/machineDoor.ts';

const acceptLimit = 20_000;

/** What waiting for a run needs of the world, so that a test can give it. */
export interface RunWatch {
  status: () => Promise<DoorStatus>;
  /** Called with every new status. */
  report: (status: DoorStatus) => void | Promise<void>;
  /** Why to give up at once (the page crashed, say), or null. */
  whyBroken?: () => string | null;
  now?: () => number;
  pause?: (milliseconds: number) => Promise<unknown>;
  /** ms between two looks at the page; default: 1000. */
  interval?: number;
  /** ms for which a page must say "done" so that it is not between two steps; default: 1000. */
  settle?: number;
  /** ms without any progress after which to give up. */
  stallLimit: number;
  /** ms in all; null for no limit. */
  timeLimit: number | null;
}

const isOver = ({ phase }: DoorStatus) => phase === 'done' || phase === 'cancelled' || phase === 'waiting';

/**
 * Waits until everything that was dropped is sifted.
 *
 * @returns the last status
 * @throws Error when the page took nothing, stopped with photos left, stands still or exceeds the time limit
 */
export async function waitForRun(watch: RunWatch): Promise<DoorStatus> {
  const now = watch.now ?? Date.now;
  const { pause = sleep, interval = 1000, settle = 1000 } = watch;
  const startedAt = now();
  let movedAt = startedAt;
  let overSince: number | null = null;
  let lastState = '';
  for (;;) {
    const broken = watch.whyBroken?.() ?? null;
    if (broken !== null) throw new Error(broken);
    const status = await watch.status();
    const { phase, total, done, failed, pending } = status;
    const state = [phase, total, done, failed, pending].join(' ');
    if (state !== lastState) movedAt = now();
    lastState = state;
    await watch.report(status);

    overSince = isOver(status) ? (overSince ?? now()) : null;
    if (overSince !== null && now() - overSince >= settle) {
      if (pending === 0 && phase === 'done') return status;
      throw new Error(`The run stopped with ${pending} photos left: ${status.message ?? phase}`);
    }
    if (phase === 'empty' && now() - movedAt > acceptLimit) {
      throw new Error(status.message ?? 'The page found no photo in what was dropped on it.');
    }
    if (now() - movedAt > watch.stallLimit) {
      const minutes = Math.round(watch.stallLimit / 60_000);
      throw new Error(
        `Nothing moved for ${minutes} minutes, at ${done + failed} of ${total} photos (${phase}).`,
      );
    }
    if (watch.timeLimit !== null && now() - startedAt > watch.timeLimit) {
      throw new Error(`Not finished in time: ${done + failed} of ${total} photos (${phase}).`);
    }
    await pause(interval);
  }
}
