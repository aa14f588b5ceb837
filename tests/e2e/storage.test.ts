import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleFolder } from '../../src/drawn/sampleFolder.ts';
import { dropFolders, launchApp, type AppWindow } from '../helpers/app.ts';
import { violations } from '../helpers/axe.ts';
import { drawFolder, type DrawnFolder } from '../helpers/drawnFolder.ts';
import { finishRun } from '../helpers/run.ts';

let drawn: DrawnFolder;
let app: AppWindow | undefined;

beforeAll(async () => {
  drawn = await drawFolder(sampleFolder().slice(0, 4));
});
afterAll(() => drawn.remove());
afterEach(() => app?.close());

describe('what is kept in the browser', () => {
  it('is listed with its size, and goes thing by thing after a question; what can be made again is', async () => {
    app = await launchApp();
    const { page, record } = app;
    await dropFolders(page, [join(drawn.root, 'Drawn samples')]);
    await finishRun(page);
    await page.getByRole('button', { name: 'See and delete' }).click();
    const dialog = page.getByRole('dialog', { name: 'Kept in this browser' });
    await dialog.locator('bdi', { hasText: 'Small pictures' }).waitFor();
    await dialog.getByText('of 4 photos, in all surveys').first().waitFor();
    await dialog.getByText('4 photos and 0 reviews').waitFor();
    expect(await dialog.getByText(/^about [1-9]/).count()).toBe(3);
    expect(await violations(page)).toEqual([]);
    const press = (name: string | RegExp) => dialog.getByRole('button', { name }).click();

    await press('Delete… Small pictures');
    await dialog.getByText('Nothing that was said of the photos is lost.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('Keep it');
    expect(await violations(page)).toEqual([]);
    await press('Keep it');
    await press('Delete… Small pictures');
    await press('Delete for good');
    await dialog.getByText('4 photos of the open survey have no small picture.').waitFor();
    await press('Make them again');
    await dialog.getByText('have no small picture').waitFor({ state: 'detached' });
    await dialog.locator('bdi', { hasText: 'Small pictures' }).waitFor();

    await press(/^Delete… What/);
    await dialog.getByText('the model must look at every photo again').waitFor();
    await press('Delete for good');
    await page.waitForFunction(() => window.fieldsift?.status().pending === 4);
    await press('Close');
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await finishRun(page)).toMatchObject({ done: 4, pending: 0 });

    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: 'See and delete' }).click();
    await press(/^Delete… Survey/);
    await dialog.getByText('cannot be made again').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await press('Delete for good');
    await page.waitForFunction(() => window.fieldsift?.status().total === 0);
    expect([...record.pageErrors, ...record.consoleErrors]).toEqual([]);
  });
});
