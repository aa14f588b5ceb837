import type { Page } from 'playwright';

/** What a person would notice while looking through a large survey; all in ms. */
export interface ReviewTraces {
  /** The longest task of the page while the grid was scrolled, a screen in every picture. */
  scrollTask: number;
  /** For how long at most a part of the grid in sight was without its row meanwhile. */
  emptyRow: number;
  /** The longest task of the page while sequences were looked at and named by keyboard. */
  keyTask: number;
  /** How many tasks over 50 ms there were meanwhile. */
  longKeyTasks: number;
}

const keys = ['Enter', 'ArrowDown', '1', 'b', 'ArrowDown', 'ArrowUp', 'Control+z', 'ArrowDown', 'ArrowRight'];
const keyRounds = 8;
const pause = 250; // ms between keys: a hurried person's

declare global {
  var longTasks: number[] | undefined;
}

/** Notes every task over 50 ms from now on. The browser's own trace has them, too; this needs none. */
async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    globalThis.longTasks ??= [];
    const kept = globalThis.longTasks;
    new PerformanceObserver((list) =>
      kept.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: 'longtask',
    });
  });
}

/** The tasks over 50 ms since the last call. */
async function takeTasks(page: Page): Promise<number[]> {
  await page.waitForTimeout(500); // they are told of a little later
  return page.evaluate(() => globalThis.longTasks?.splice(0) ?? []);
}

/**
 * Scrolls from the first row to the last, a screen in every picture.
 *
 * @returns for how long at most a part of the grid in sight was without its row, in ms
 */
function scrollThrough(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let emptySince: number | null = null;
        let longest = 0;
        /** px of the grid in sight that no row covers. */
        const uncovered = (): number => {
          const places = (selector: string): DOMRect[] =>
            Array.from(document.querySelectorAll(selector), (one) => one.getBoundingClientRect());
          const [grid] = places('.grid');
          if (!grid) return 0;
          let empty = 0;
          let top = Math.max(0, grid.top);
          for (const row of places('.grid .row').sort((left, right) => left.top - right.top)) {
            if (row.bottom <= top || row.top >= innerHeight) continue;
            empty += Math.max(0, row.top - top);
            top = row.bottom;
          }
          return empty + Math.max(0, Math.min(innerHeight, grid.bottom) - top);
        };
        const move = (now: number): void => {
          if (uncovered() < 2) emptySince = null;
          else longest = Math.max(longest, now - (emptySince ??= now));
          const end = document.documentElement.scrollHeight - innerHeight;
          if (scrollY >= end - 1) {
            resolve(longest);
            return;
          }
          scrollTo(0, Math.min(end, scrollY + innerHeight));
          requestAnimationFrame(move);
        };
        requestAnimationFrame(move);
      }),
  );
}

/** Traces the review of the survey that is open on the page. */
export async function traceReview(page: Page): Promise<ReviewTraces> {
  // What runs these scripts names functions by a function of its own, which the page does not have.
  await page.evaluate('globalThis.__name = (value) => value');
  await watchTasks(page);
  await page.locator('[data-stack]').first().waitFor();
  await takeTasks(page);
  const emptyRow = await scrollThrough(page);
  const scrollTask = Math.max(0, ...(await takeTasks(page)));
  await page.evaluate(() => {
    scrollTo(0, 0);
  });
  await page.locator('[data-stack]').first().focus();
  await page.keyboard.press('q');
  await page.locator('dialog[open]').waitFor();
  await takeTasks(page);
  for (let round = 0; round < keyRounds; round += 1) {
    for (const key of keys) {
      await page.keyboard.press(key);
      await page.waitForTimeout(pause);
    }
  }
  const keyTasks = await takeTasks(page);
  await page.keyboard.press('Escape');
  return { scrollTask, emptyRow, keyTask: Math.max(0, ...keyTasks), longKeyTasks: keyTasks.length };
}
