import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { largeFolder } from '../../src/drawn/largeFolder.ts';
import { dropFolders, launchApp, type AppWindow } from '../helpers/app.ts';
import { drawFolder, type DrawnFolder } from '../helpers/drawnFolder.ts';
import { pressAll, tabTo } from '../helpers/keyboard.ts';
import { finishRun } from '../helpers/run.ts';
import { expectGoldenTable } from './golden.ts';

let drawn: DrawnFolder;
let app: AppWindow | undefined;

beforeAll(async () => {
  drawn = await drawFolder(largeFolder({ count: 200, seed: 3, width: 320, height: 240, deployments: 4 }));
});
afterAll(() => drawn.remove());
afterEach(() => app?.close());

type Row = Record<string, string>;

/** What a person says of a sequence, key by key, and what its first photo’s row then holds. */
interface Saying {
  keys: readonly string[];
  row: Row;
}

const find = (name: string): string[] => ['/', `type ${name}`, 'Enter'];
const fox = { observed: 'animal', scientific_name: 'Vulpes vulpes' };

/** Ten ways to go through a sequence; six rounds of them are sixty. */
const round: readonly Saying[] = [
  { keys: ['Enter'], row: {} },
  { keys: ['b', 'Enter'], row: { observed: 'blank' } },
  { keys: [...find('Vulpes vulpes'), 'Enter'], row: fox },
  { keys: ['p', 'Enter'], row: { observed: 'person', gate: 'held' } },
  { keys: ['v', '+', 'Enter'], row: { observed: 'vehicle', count: '2' } },
  {
    keys: [...find('Vulpes vulpes'), '+', '+', '-', 'Shift+J', 'Shift+F', 'Enter'],
    row: { ...fox, count: '2', life_stage: 'juvenile', sex: 'female' },
  },
  // Named twice, the fox has a letter of its own.
  {
    keys: ['u', 'm', ...find('Meles meles'), 'Enter'],
    row: { observed: 'animal', scientific_name: 'Vulpes vulpes | Meles meles' },
  },
  // This photo alone, and on to the next sequence.
  { keys: ['f', 'b', 'f', 'n'], row: { observed: 'blank' } },
  {
    keys: ['0', 's', 't', 'type at the salt lick', 'Enter', 'Shift+B', 'type resting', 'Enter', 'n'],
    row: { observed: 'animal', starred: 'true', note: 'at the salt lick', behaviour: 'resting' },
  },
  {
    keys: ['b', 'Ctrl+z', 'Ctrl+y', 'Ctrl+z', '0', 'Shift+A', 'n'],
    row: { observed: 'animal', life_stage: 'adult' },
  },
];
/** The last ten, each one keystroke and a step on, are those that are undone. */
const undoneRound: readonly Saying[] = Array.from({ length: 10 }, () => ({ keys: ['v', 'n'], row: {} }));
const sayings = [...[round, round, round, round, round].flat(), ...undoneRound];

/** The table as a person saves it, with the keyboard. */
async function savePhotos(page: Page): Promise<string> {
  await tabTo(page, /photos\.csv/);
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  return readFile(await (await download).path(), 'utf8');
}

function rowsOf(text: string): Row[] {
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

/** Without what is another at each visit, and what the machine measured. */
function lasting(text: string): string {
  const columns = [
    ...['path', 'sequence_id', 'frame_number', 'observed', 'scientific_name', 'count', 'life_stage', 'sex'],
    ...['behaviour', 'labelled_by', 'person', 'gate', 'starred', 'note'],
  ];
  const data = rowsOf(text).map((row) => columns.map((column) => row[column] ?? ''));
  return Papa.unparse({ fields: columns, data }, { newline: '\n' });
}

it('reviews sixty sequences by keyboard, undoes ten, and saves just what was said, after a reload too', async () => {
  app = await launchApp();
  const { page, record } = app;
  // No score of these photos lies near these thresholds, so that a last digit cannot change a label.
  await page.evaluate(() =>
    window.fieldsift?.applySettings({
      animal: '0.41',
      person: '0.53',
      vehicle: '0.5',
      'gate.person': '0.53',
    }),
  );
  await dropFolders(page, [join(drawn.root, 'Drawn photos')]);
  expect(await finishRun(page)).toMatchObject({ total: 200, failed: 0, pending: 0 });

  await tabTo(page, /^Decisions$/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^People gate$/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Your name/);
  await pressAll(page, ['type Ada', 'Tab']);
  await tabTo(page, /^Photos$/);
  await page.keyboard.press('Enter');

  const before = rowsOf(await savePhotos(page));
  const firstRows = before.filter(({ frame_number: frame }) => frame === '1');
  expect(firstRows.length).toBeGreaterThanOrEqual(60);
  expect(new Set(before.map(({ labelled_by: by }) => by))).toEqual(new Set(['machine']));

  const began = new Date().toISOString();
  await tabTo(page, /^Review \d/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Photo' }).waitFor();
  for (const { keys } of sayings) await pressAll(page, keys);
  await pressAll(
    page,
    Array.from({ length: 10 }, () => 'Ctrl+z'),
  );
  await page.waitForTimeout(500);

  await page.reload();
  await page.evaluate(() => window.fieldsift?.ready);
  await finishRun(page);
  const text = await savePhotos(page);
  const after = rowsOf(text);
  sayings.slice(0, 50).forEach(({ row }, place) => {
    const first = firstRows[place];
    const { observed = '' } = first ?? {};
    const expected = { observed, ...row, labelled_by: 'human', person: 'Ada' };
    expect(
      after.find(({ path }) => path === first?.path),
      `sequence ${place + 1}`,
    ).toMatchObject(expected);
  });
  const undone = new Set(firstRows.slice(50).map(({ sequence_id: id }) => id));
  expect(after.filter(({ sequence_id: id }) => undone.has(id))).toEqual(
    before.filter(({ sequence_id: id }) => undone.has(id)),
  );
  for (const { labelled_by: by, labelled_at: at = '' } of after) {
    if (by === 'human') expect(at >= began && at <= new Date().toISOString(), at).toBe(true);
    else expect([by, at]).toEqual(['machine', '']);
  }
  await expectGoldenTable('reviewed-photos.csv', lasting(text));
  expect(record.foreignRequests).toEqual([]);
  expect(record.pageErrors).toEqual([]);
});
