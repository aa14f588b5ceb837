import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { afterEach, expect, it } from 'vitest';
import { launchApp, type AppWindow } from '../helpers/app.ts';
import { finishRun } from '../helpers/run.ts';

let app: AppWindow | undefined;
afterEach(() => app?.close());

/** Clicks and returns the text of the file that the page saves. */
async function savedBy(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

it('shows who was there, saves it as picture and table, and keeps a note', async () => {
  app = await launchApp();
  const { page } = app;

  await page.getByRole('link', { name: 'Understand' }).click();
  await page.getByRole('heading', { name: 'Nothing to understand yet' }).waitFor();
  await page.getByRole('link', { name: 'Go to the photos' }).click();
  await page.getByRole('button', { name: 'Try it with sample photos' }).click();
  await finishRun(page);

  await page.getByRole('link', { name: 'Understand' }).click();
  const chart = page.getByRole('img', { name: /^Who was there\. Most often seen: Animal, in \d+ events/ });
  await chart.waitFor();
  expect(await chart.locator('circle').count()).toBeGreaterThanOrEqual(3);

  const table = await savedBy(page, 'Save “Who was there” as CSV');
  expect(table.name).toBe('species-counts.csv');
  expect(table.bytes.toString()).toMatch(/^label,common name,events,[^]*\r\nanimal,,\d+,/);
  const vector = await savedBy(page, 'Save “Who was there” as SVG');
  expect(vector.bytes.toString()).toMatch(/^<svg [^]*<title>Who was there<\/title>[^]*<\/svg>\n$/);
  const picture = await savedBy(page, 'Save “Who was there” as PNG');
  expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG');

  await page.getByRole('link', { name: 'Species notes' }).click();
  const note = page.getByLabel('Your notes on Animal');
  await note.fill('Twice at the creek.');
  await page.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
  await page.reload();
  await page.getByLabel('Your notes on Animal').waitFor();
  expect(await page.getByLabel('Your notes on Animal').inputValue()).toBe('Twice at the creek.');
});

it('speaks Spanish when asked to, and still does at the next visit', async () => {
  app = await launchApp();
  const { page } = app;
  await page.getByLabel('Language').selectOption('es');
  await page.getByRole('link', { name: 'Comprender' }).click();
  await page.getByRole('heading', { name: 'Aún no hay nada que comprender' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('es');
  await page.reload();
  await page.getByRole('heading', { name: 'Aún no hay nada que comprender' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('es');
});
