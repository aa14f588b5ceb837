import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import type { RandomSource } from '../../src/core/statistics/randomSource.ts';
import type { Visits } from './visits.ts';

/**
 * What became of reviews, by id. Said: the page shows it, and has asked the browser to write it. Kept: the browser has
 * told the page that it is on the disk, which is the `complete` event of its transaction; from then on it must be there
 * at the next visit.
 */
interface Fates {
  said: Set<string>;
  kept: Set<string>;
}

/** Follows the page's writes of reviews from now on; it hears of them at once, so that a kill cannot outrun it by much. */
async function followReviews(page: Page, { said, kept }: Fates): Promise<void> {
  await page.exposeFunction(
    'tellReview',
    (id: string, isKept: boolean) => void (isKept ? kept : said).add(id),
  );
  await page.evaluate(() => {
    const tell = Reflect.get(window, 'tellReview') as (id: string, isKept: boolean) => void;
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called on its store
    const { add } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.add = function (value: unknown, key?: IDBValidKey) {
      if (this.name === 'reviews') {
        const { id } = value as { id: string };
        tell(id, false);
        this.transaction.addEventListener('complete', () => tell(id, true));
      }
      return add.call(this, value, key);
    };
  });
}

/** The ids of all reviews on the disk. */
export function reviewsOnDisk(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('fieldsift');
        opening.onerror = () => reject(new Error(String(opening.error)));
        opening.onsuccess = () => {
          const asking = opening.result.transaction('reviews').objectStore('reviews').getAll();
          asking.onsuccess = () => resolve((asking.result as { id: string }[]).map(({ id }) => id));
          asking.onerror = () => reject(new Error(String(asking.error)));
          opening.result.close();
        };
      }),
  );
}

export function photosTable(page: Page): Promise<string> {
  return page.evaluate(() => window.fieldsift?.exportFile('photos.csv') ?? '');
}

const keys = ['b', 'p', 'v', '0', 's', '+', 'n', 'n', 'n', 'n', 'Shift+H', 'Enter', 'Control+z'];

/** Presses keys at random until it is stopped or the browser is gone. @returns how many */
async function pressKeys(page: Page, random: RandomSource, stop: AbortSignal): Promise<number> {
  for (let pressed = 0; ; pressed += 1) {
    if (stop.aborted) return pressed;
    try {
      await page.keyboard.press(keys[random.whole(0, keys.length - 1)] ?? 'n');
    } catch {
      return pressed;
    }
  }
}

/** Opens the photos that are to be reviewed. */
export async function openReview(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Review \d/ })
    .first()
    .click();
  await page.getByRole('dialog', { name: 'Photo' }).waitFor();
}

/** ms that keys are pressed at least and, by chance, longer. */
const least = 400;
const longest = 1500;

/**
 * Presses review keys and kills the browser in the midst of it, again and again.
 *
 * @returns the ids of all reviews that are there in the end
 * @throws Error when a review that was kept is gone, one is there twice, or the table differs from what the page showed
 */
export async function killedReview(
  visits: Visits,
  { kills, random, say }: { kills: number; random: RandomSource; say: (line: string) => void },
): Promise<string[]> {
  let before = await reviewsOnDisk(visits.app.page);
  for (let kill = 1; kill <= kills; kill += 1) {
    const { page } = visits.app;
    const fates: Fates = { said: new Set(), kept: new Set() };
    await followReviews(page, fates);
    await openReview(page);
    const stop = new AbortController();
    const pressing = pressKeys(page, random, stop.signal);
    await sleep(least + random.next() * longest);
    // Every other time the keys rest, and what the page shows then is what it must show at the next visit.
    let shown: string | null = null;
    if (kill % 2 === 0) {
      stop.abort();
      await pressing;
      await sleep(200);
      while (fates.kept.size < fates.said.size) await sleep(5);
      shown = await photosTable(page);
    }
    const { said, kept } = { said: new Set(fates.said), kept: new Set(fates.kept) };
    const opened = visits.kill();
    const again = await opened;
    stop.abort();
    const pressed = await pressing;
    const after = await reviewsOnDisk(again.page);
    const there = new Set(after);
    const lost = [...before, ...kept].filter((id) => !there.has(id));
    const own = new Set([...before, ...fates.said, ...said]);
    const strange = after.filter((id) => !own.has(id)).length;
    if (lost.length > 0) throw new Error(`${lost.length} reviews that were kept are gone.`);
    if (there.size !== after.length) throw new Error('A review is there twice.');
    if (shown !== null && shown !== (await photosTable(again.page)))
      throw new Error('The table differs from what the page showed.');
    say(
      `Killed ${kill} of ${kills} times in review: ${pressed} keys, ${kept.size} reviews kept of ${said.size} said, ` +
        `${after.length - before.length} more there${strange > 0 ? ` (${strange} written as the browser died)` : ''}`,
    );
    before = after;
  }
  return before;
}
