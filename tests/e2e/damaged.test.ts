import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { largeFolder } from '../../src/drawn/largeFolder.ts';
import { dropFolders, launchApp, type AppWindow } from '../helpers/app.ts';
import { finishRun } from '../helpers/run.ts';

const count = 4;
const taken = new Date('2024-05-05T10:00:00Z');
let photos: Buffer[];
let root: string;
let card: string;
let app: AppWindow | undefined;

beforeAll(async () => {
  const plans = largeFolder({ count, seed: 3, width: 2048, height: 1536, deployments: 1 });
  photos = Array.from(plans, (plan) => Buffer.from(plan.render()));
  root = await mkdtemp(join(tmpdir(), 'damaged-'));
  card = join(root, 'Card');
  await mkdir(card);
});
afterAll(async () => {
  await rm(root, { recursive: true });
});
afterEach(() => app?.close());

type Row = Record<string, string>;

async function rows({ page }: AppWindow): Promise<Row[]> {
  const text = await page.evaluate(() => window.fieldsift?.exportFile('photos.csv') ?? '');
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

/** Copies the drawn photos to the card, all with the same time. @param change what the copying does to each */
async function copyCard(change: (bytes: Buffer) => void): Promise<void> {
  for (const [index, photo] of photos.entries()) {
    const bytes = Buffer.from(photo);
    change(bytes);
    const copy = join(card, `IMG_${String(index).padStart(4, '0')}.JPG`);
    await writeFile(copy, bytes);
    await utimes(copy, taken, taken);
  }
}

describe('photos that were copied with a hole', () => {
  it('are marked, never blank and never clear, and are sifted again once they are copied well', async () => {
    await copyCard((bytes) => void bytes.fill(0, 65_552, bytes.length - 65_552));
    app = await launchApp();
    const window = app;
    const { page } = app;
    await dropFolders(page, [card]);
    expect(await finishRun(page)).toMatchObject({ total: count, done: count, failed: 0 });
    const damaged = await rows(app);
    expect(damaged.map((row) => row['damaged'])).not.toContain('');
    expect(damaged.map((row) => row['label'])).not.toContain('blank');
    expect(damaged.map((row) => row['gate'])).toEqual(damaged.map(() => 'held'));
    await page.getByText(`${count} photos are damaged`).waitFor();

    await copyCard(() => undefined);
    await dropFolders(page, [card]);
    const sound = (all: Row[]): boolean =>
      all.every((row) => row['status'] === 'done' && row['damaged'] === '');
    await expect.poll(async () => sound(await rows(window)), { timeout: 60_000 }).toBe(true);
    const healed = await rows(app);
    expect(healed).toHaveLength(count);
    expect(healed.map((row) => row['status'])).toEqual(healed.map(() => 'done'));
    expect(healed.map((row) => row['content_key'])).not.toEqual(damaged.map((row) => row['content_key']));
    await app.close();

    app = await launchApp();
    await dropFolders(app.page, [card]);
    await finishRun(app.page);
    const fresh = await rows(app);
    const words = (all: Row[]) =>
      all.map(({ path, label, score, gate, damaged: where }) => [path, label, score, gate, where]);
    expect(words(healed)).toEqual(words(fresh));
  });
});
