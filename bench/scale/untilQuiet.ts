import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import { cpuSecondsOf } from '../fieldsift/cpuTime.ts';

const lookMilliseconds = 2000;
/** Seconds of processor time within a look that an open page takes which does nothing. */
const atRest = 0.2;
/** Looks in a row that must be quiet: the database tidies itself up in bursts. */
const quietLooks = 4;
const longestWaitMilliseconds = 180_000;

/**
 * Waits until the browser's processes do nothing of their own accord any more: a database into which 300,000 records
 * were just put goes on moving them about, and the app compares pictures and packs the survey.
 *
 * @returns false when they were still at work after three minutes
 */
export async function untilQuiet(page: Page): Promise<boolean> {
  const seconds = () => cpuSecondsOf(page.context().browser());
  const giveUp = performance.now() + longestWaitMilliseconds;
  let last = await seconds();
  for (let quiet = 0; quiet < quietLooks;) {
    if (performance.now() > giveUp) return false;
    await sleep(lookMilliseconds);
    const now = await seconds();
    quiet = now === null || last === null || now - last <= atRest ? quiet + 1 : 0;
    last = now;
  }
  return true;
}
