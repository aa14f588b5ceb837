import type { Page } from 'playwright';

/**
 * Reloads the page and waits until the survey is on the screen and the page answers.
 *
 * @returns seconds from the reload on
 */
export async function secondsToReopen(page: Page, photos: number): Promise<number> {
  const started = performance.now();
  await page.reload({ waitUntil: 'commit' });
  await page.waitForFunction(
    (least) => (window.fieldsift?.status().total ?? 0) >= least && document.querySelector('main h1') !== null,
    photos,
    { timeout: 300_000, polling: 50 },
  );
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
  return (performance.now() - started) / 1000;
}

/**
 * Changes the longest gap and waits until the screen shows what follows from it.
 *
 * @returns ms from the change to the next picture
 */
export function millisecondsToRegroup(page: Page, gapSeconds: number): Promise<number> {
  return page.evaluate(async (gap) => {
    const started = performance.now();
    window.fieldsift?.applySettings({ gap: String(gap) });
    await new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve));
    });
    return performance.now() - started;
  }, gapSeconds);
}

/** Waits until the app has packed the open survey, which it does by itself once nothing else goes on. */
export async function untilPacked(page: Page): Promise<void> {
  const worker = await page.waitForEvent('worker', {
    predicate: (one) => one.url().includes('records.worker'),
    timeout: 120_000,
  });
  await new Promise((resolve) => worker.on('close', resolve));
}
