import type { Page } from 'playwright';
import { afterEach, expect, it } from 'vitest';
import { launchApp, launchSifted, type AppWindow } from '../helpers/app.ts';
import { violations } from '../helpers/axe.ts';
import { finishRun } from '../helpers/run.ts';

let app: AppWindow | undefined;
afterEach(() => app?.close());

const isReady = (page: Page) => page.evaluate(() => window.fieldsift?.ready);
const total = (page: Page) => page.evaluate(() => window.fieldsift?.status().total);

it('keeps several surveys apart, and opens, renames and deletes them', async () => {
  app = await launchApp();
  const { page } = app;
  await page.getByRole('link', { name: 'Surveys' }).click();
  await page.getByText('There is no survey yet.').waitFor();
  await page.getByRole('link', { name: 'Photos' }).click();
  await page.getByRole('button', { name: 'Try it with sample photos' }).click();
  await finishRun(page);
  await page.getByRole('link', { name: /^Surveys/ }).click();
  await page.getByLabel('Name of “Drawn samples”').fill('Autumn');
  await page.keyboard.press('Tab');
  await page.getByRole('link', { name: 'Surveys: Autumn' }).waitFor();
  await page.getByText('30 photos sifted').waitFor();
  expect(await violations(page)).toEqual([]);

  await page.getByRole('button', { name: 'New survey' }).click();
  await page.getByRole('heading', { name: 'Which photos have an animal in them?' }).waitFor();
  expect(await total(page)).toBe(0);
  await page.reload();
  await isReady(page);
  await page.getByRole('heading', { name: 'Which photos have an animal in them?' }).waitFor();
  await page.getByRole('button', { name: 'Try it with sample photos' }).click();
  await finishRun(page);
  await page.locator('[data-stack]').first().focus();
  await page.keyboard.press('b');

  await page.getByRole('link', { name: 'Surveys: Drawn samples' }).click();
  await page.getByText('1 statement of yours').waitFor();
  await page.getByRole('button', { name: 'Open “Autumn”' }).click();
  await page.getByRole('link', { name: 'Surveys: Autumn' }).waitFor();
  await expect.poll(() => total(page)).toBe(30);
  expect(await page.evaluate(() => window.fieldsift?.exportFile('photos.csv'))).not.toContain(',human,');
  await page.reload();
  await isReady(page);
  await page.getByRole('link', { name: 'Surveys: Autumn' }).click();

  await page.getByRole('button', { name: 'Delete… “Drawn samples”' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete “Drawn samples”?' });
  expect(await violations(page), 'before deleting').toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Delete… “Drawn samples”' }).click();
  await dialog.getByRole('button', { name: 'Delete it' }).click();
  await page.getByLabel('Name of “Drawn samples”').waitFor({ state: 'detached' });
  expect(await total(page)).toBe(30);

  await page.getByRole('button', { name: /^Messages/ }).click();
  const log = page.getByRole('dialog', { name: 'Messages' });
  await log.getByText('“Drawn samples” is deleted.').waitFor();
  expect(await violations(page), 'messages').toEqual([]);
  await page.keyboard.press('Escape');
  await log.waitFor({ state: 'hidden' });
});

it('that cannot be opened is not deleted by a double click', async () => {
  app = await launchSifted();
  const { page } = app;
  await page.addInitScript(() => {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called on its index
    const { getAll } = IDBIndex.prototype;
    IDBIndex.prototype.getAll = function (...query: Parameters<typeof getAll>) {
      if (this.objectStore.name === 'folders') throw new DOMException('cannot be read', 'DataError');
      return getAll.apply(this, query);
    };
  });
  await page.reload();
  const notice = page.getByRole('alert').filter({ hasText: 'cannot be opened' });
  await notice.getByRole('button', { name: 'Delete it' }).dblclick();
  await notice.waitFor();
  await notice.getByRole('button', { name: 'Delete it' }).click();
  await notice.getByText('cannot be brought back').waitFor();
  expect(await violations(page)).toEqual([]);
  await notice.getByRole('button', { name: 'Delete it for good' }).click();
  await notice.waitFor({ state: 'detached' });
});
