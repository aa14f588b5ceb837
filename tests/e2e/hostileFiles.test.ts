import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseCsv } from '../../src/core/files/csv.ts';
import { dropFolders, launchApp, type AppWindow } from '../helpers/app.ts';
import { violations } from '../helpers/axe.ts';
import { finishRun } from '../helpers/run.ts';

let app: AppWindow;
let page: Page;
let files: string;

beforeEach(async () => {
  files = await mkdtemp(join(tmpdir(), 'fieldsift-hostile-'));
  app = await launchApp();
  page = app.page;
  await page.getByRole('button', { name: 'Try it with sample photos' }).click();
  await finishRun(page);
});
afterEach(async () => {
  await app.close();
  await rm(files, { recursive: true, force: true });
});

interface Row {
  path: string;
  gate: string;
}

async function rows(): Promise<Row[]> {
  const text = await page.evaluate(() => window.fieldsift?.exportFile('photos.csv') ?? '');
  const [columns = [], ...lines] = parseCsv(text);
  return lines.map((line) => ({
    path: line[columns.indexOf('path')] ?? '',
    gate: line[columns.indexOf('gate')] ?? '',
  }));
}

const held = async (): Promise<number> => (await rows()).filter(({ gate }) => gate === 'held').length;

async function offer(name: string, lines: readonly unknown[]): Promise<void> {
  const path = join(files, name);
  await writeFile(
    path,
    lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''),
  );
  await dropFolders(page, [path]);
}

async function reload(): Promise<void> {
  await page.reload();
  await page.waitForFunction(() => window.fieldsift !== undefined);
  await page.evaluate(() => window.fieldsift?.ready);
}

it('a project file lets nothing go without a question, and an odd one changes nothing', async () => {
  const before = await held();
  expect(before).toBeGreaterThan(0);
  const project = await page.evaluate(async () => {
    await window.fieldsift?.prepareExport('project');
    const content = await window.fieldsift?.readExport('project.fieldsift');
    return content && 'text' in content ? content.text : '';
  });
  const lines = project.trimEnd().split('\n');
  const [head = ''] = lines;
  const dialog = page.getByRole('dialog', { name: 'Import' });

  // What the model said, with nothing in it.
  const silent = lines.map((line) => {
    const entry = JSON.parse(line) as { output?: Record<string, string> };
    if (!entry.output) return line;
    const { labelScores = '' } = entry.output;
    const zeros = Buffer.alloc(Buffer.from(labelScores, 'base64').length).toString('base64');
    return { output: { ...entry.output, labels: '', scores: '', boxes: '', labelScores: zeros } };
  });
  await offer('silent.fieldsift', silent);
  await dialog.getByRole('button', { name: 'Open project' }).click();
  await dialog.getByText(/machine results say otherwise than what is here: what is here stays/).waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  expect(await held()).toBe(before);

  const gate = { person: 1, holdsVehicles: false, vehicle: null, neighbourSeconds: 0 };
  const loose = { value: { name: 'settings.gate', value: gate, at: new Date().toISOString() } };
  await offer('loose.fieldsift', [head, loose]);
  await dialog.getByText(/would let \d+ held sequences? go/).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: process.env['FIELDSIFT_SHOT'] ?? join(files, 'asked.png') });
  await dialog.getByRole('button', { name: 'Open project' }).click();
  await dialog.getByText(/stay held: what would have let go was left out/).waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  expect(await held()).toBe(before);

  await offer('loose.fieldsift', [head, loose]);
  await dialog.getByLabel('Let them go').check();
  await dialog.getByRole('button', { name: 'Open project' }).click();
  await dialog.getByText('Added: 1 setting.').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  expect(await held()).toBeLessThan(before);

  const odd = {
    photo: {
      key: 'content:0',
      paths: ['Else/b.jpg'],
      status: 'done',
      metadata: { captureTime: 'yesterday' },
    },
  };
  await offer('odd.fieldsift', [head, odd]);
  await dialog.getByText('Not as a project file has them: line 2 (photo: size)').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  const all = (await rows()).length;
  await reload();
  expect(await rows()).toHaveLength(all);
});

it('labels that differ in case and blanks only are one kind, and every page shows', async () => {
  const paths = (await rows()).map(({ path }) => path);
  const names = ['Red Deer', ' red deer', 'RED  DEER'];
  const labels = names.map((name, index) => `"${paths[index] ?? ''}","${name}"`);
  await offer('labels.csv', ['file,species', ...labels]);
  const dialog = page.getByRole('dialog', { name: 'Import' });
  await dialog.getByRole('button', { name: 'Import labels' }).click();
  await dialog.getByText('3 labels added.').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('link', { name: 'Understand' }).click();
  await page.getByText('Red Deer').first().waitFor();
  expect(await page.getByText('RED', { exact: false }).allTextContents()).not.toContain('RED  DEER');
  expect([...app.record.pageErrors, ...app.record.consoleErrors]).toEqual([]);
});

it('records that cannot be read are left out by name, and the survey opens', async () => {
  const all = (await rows()).length;
  await page.evaluate(async () => {
    const opened = indexedDB.open('fieldsift');
    await new Promise((resolve) => (opened.onsuccess = resolve));
    const transaction = opened.result.transaction(['media', 'projects', 'reviews', 'blocks'], 'readwrite');
    const media = transaction.objectStore('media');
    media.openCursor().onsuccess = ({ target }) => {
      const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
      if (cursor) cursor.update({ ...(cursor.value as object), metadata: { captureTime: 'yesterday' } });
    };
    transaction.objectStore('blocks').clear();
    transaction.objectStore('projects').openCursor().onsuccess = ({ target }) => {
      const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
      const survey = cursor?.value as { id: string; settings: object };
      cursor?.update({ ...survey, settings: { ...survey.settings, clocks: { A: 5 }, gate: null } });
      const odd = { id: 'odd', projectId: survey.id, by: 'M', at: '2021', order: 1, mediaIds: [] };
      transaction
        .objectStore('reviews')
        .put({ ...odd, statement: { kind: 'observations', observations: null } });
    };
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    opened.result.close();
  });
  await reload();
  await page
    .getByText(/records of your surveys cannot be read and are left out/)
    .first()
    .waitFor();
  expect(await rows()).toHaveLength(all - 1);
});
