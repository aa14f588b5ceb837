import type { Page } from 'playwright';
import { readStatus } from '../../scripts/sift/door.ts';
import { waitForRun } from '../../scripts/sift/waitForRun.ts';
import type { DoorStatus } from '../../src/app/script/machineDoor.ts';

/** Waits until everything that was dropped is sifted. @throws Error when the run stops or stands still */
export function finishRun(page: Page): Promise<DoorStatus> {
  return waitForRun({
    status: () => readStatus(page),
    report: () => undefined,
    stallLimit: 60_000,
    timeLimit: null,
    ...{ interval: 100, settle: 500 },
  });
}

/** Waits until the page has taken up what was dropped. */
export async function untilTaken(page: Page): Promise<void> {
  await page.waitForFunction(() => window.fieldsift?.status().phase !== 'waiting', undefined, {
    timeout: 30_000,
  });
}

/** Waits until at least `count` photos are stored. */
export async function untilDone(page: Page, count: number): Promise<void> {
  await page.waitForFunction((least) => (window.fieldsift?.status().done ?? 0) >= least, count, {
    timeout: 60_000,
  });
}
