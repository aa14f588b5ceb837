import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { largeFolder } from '../../src/core/drawn/largeFolder.ts';
import { dropFolders, launchApp, type AppWindow } from '../helpers/app.ts';
import { drawFolder, type DrawnFolder } from '../helpers/drawnFolder.ts';
import { finishRun } from '../helpers/run.ts';
import { expectGoldenReviews, reviewedRows } from './goldenReviews.ts';

/** Small photos in 66 sequences or so: what is in them does not matter here. */
const folder = { count: 200, seed: 11, width: 320, height: 240, deployments: 4, noise: 0.2 };

let drawn: DrawnFolder;
let app: AppWindow | undefined;

beforeAll(async () => {
  drawn = await drawFolder(largeFolder(folder));
});
afterAll(() => drawn.remove());
afterEach(() => app?.close());

/** Goes on with Tab, as somebody without a pointer does, until something of that name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    const focused = await page.evaluate(() => document.activeElement?.textContent.trim() ?? '');
    if (name.test(focused)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${name.source}`);
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    if (key.startsWith('type ')) await page.keyboard.type(key.slice(5));
    else await page.keyboard.press(key);
  }
}

const deer = ['/', 'type roe deer', 'Enter'];
const fox = ['/', 'type red fox', 'Enter'];

/** What is pressed for one sequence after the other, again from the start after the last. */
const scripts: string[][] = [
  [...fox, 'Enter'],
  ['b', 'Enter'],
  [...deer, '+', '+', '-', 'Shift+A', 'Shift+F', 'Enter'],
  ['p', 'Enter'],
  [...fox, '+', 'Enter'],
  ['v', 's', 'Enter'],
  ['b', 't', 'type wind in the grass', 'Enter', 'Enter'],
  [...deer, 'm', ...fox, 'Enter'],
  ['r', 'Enter'], // the letter that the red fox has by then
  ['0', 'Shift+N', 'Enter', 'ArrowRight', 'Escape', 'Enter'],
];

// Hundreds of keystrokes: on a busy machine that takes a while. This only ends a run that hangs.
const patience = { timeout: 600_000 };

describe('reviewing with the keyboard alone', patience, () => {
  it('sixty sequences, ten statements undone, is all in the table after a reload', async () => {
    app = await launchApp();
    const { page, record } = app;
    await dropFolders(page, [join(drawn.root, 'Drawn photos')]);
    await finishRun(page);

    await tabTo(page, /^Review \d+$/);
    await page.keyboard.press('Enter');
    const table = page.getByRole('dialog', { name: 'Photo' });
    await table.waitFor();
    for (let sequence = 0; sequence < 60; sequence += 1) {
      await press(page, ...(scripts[sequence % scripts.length] ?? []));
    }
    await press(page, ...Array.from({ length: 10 }, () => 'Control+z'), 'Escape');
    await table.waitFor({ state: 'hidden' });
    await page.reload();
    await page.waitForFunction(() => window.fieldsift !== undefined);
    await page.evaluate(() => window.fieldsift?.ready);

    await tabTo(page, /photos\.csv$/);
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    const text = await readFile(await (await download).path(), 'utf8');
    const rows = reviewedRows(text);
    const bySequence = new Map(rows.map((row) => [row.sequence_id, row]));
    const human = [...bySequence.values()].filter(({ labelled_by: by }) => by === 'human');
    // Ten statements: the last sequence's three, and those of the four before it.
    expect(human).toHaveLength(55);
    await expectGoldenReviews('reviews.csv', rows);
    expect(record.foreignRequests).toEqual([]);
    expect(record.consoleErrors).toEqual([]);
    expect(record.pageErrors).toEqual([]);
  });
});
