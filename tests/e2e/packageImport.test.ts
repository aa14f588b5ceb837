import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleFolder } from '../../src/drawn/sampleFolder.ts';
import { dropFolders, launchApp, type AppWindow } from '../helpers/app.ts';
import { drawFolder, type DrawnFolder } from '../helpers/drawnFolder.ts';
import { finishRun } from '../helpers/run.ts';

const plans = sampleFolder().slice(0, 3);
let drawn: DrawnFolder;
let place: string;
let app: AppWindow | undefined;

beforeAll(async () => {
  drawn = await drawFolder(plans);
  place = await mkdtemp(join(tmpdir(), 'fieldsift-package-'));
});
afterAll(async () => {
  await drawn.remove();
  await rm(place, { recursive: true, force: true });
});
afterEach(() => app?.close());

/** A package as another program would write it: a person named what is in the first photo. */
function packageFiles(): Record<string, string> {
  const names = plans.map(({ path }) => path);
  const time = '2025-05-14T07:42:00+02:00';
  const media = names.map((name, index) => `m${index},d1,${time},${name},true,image/jpeg`);
  const head = 'observationID,deploymentID,mediaID,observationLevel,observationType,scientificName,count';
  return {
    'datapackage.json': JSON.stringify({ resources: [{ name: 'media', path: 'media.csv' }] }),
    'deployments.csv': 'deploymentID,locationName,latitude,longitude\nd1,Ridge,46.5,8.4\n',
    'media.csv': `mediaID,deploymentID,timestamp,filePath,filePublic,fileMediatype\n${media.join('\n')}\n`,
    'observations.csv': `${head},classificationMethod,classifiedBy\no1,d1,m0,media,animal,Vulpes vulpes,2,human,Ada\n`,
  };
}

async function importDropped(page: Page, path: string): Promise<void> {
  await dropFolders(page, [path]);
  const dialog = page.getByRole('dialog', { name: 'Import' });
  // It is called as the person knows it.
  await dialog.getByText(basename(path), { exact: true }).waitFor();
  await dialog.getByText('3 of 3 photos in the file are in this survey.').waitFor();
  await dialog.getByRole('button', { name: 'Import package' }).click();
  await dialog.getByText('Places of 1 folder set.').waitFor();
}

describe('a Camtrap DP package that is dropped on the page', () => {
  it('is imported from a folder, and the same from a zip adds nothing twice', async () => {
    app = await launchApp();
    const { page, record } = app;
    await dropFolders(page, [join(drawn.root, 'Drawn samples')]);
    await finishRun(page);
    const files = packageFiles();
    const folder = join(place, 'package');
    await mkdir(folder);
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    const packed = Object.entries(files).map(([name, text]) => [`package/${name}`, strToU8(text)] as const);
    await writeFile(join(place, 'package.zip'), zipSync(Object.fromEntries(packed)));
    const dialog = page.getByRole('dialog', { name: 'Import' });

    await importDropped(page, folder);
    await dialog.getByText('1 label added.').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    const rows = (await page.evaluate(() => window.fieldsift?.exportFile('photos.csv'))) ?? '';
    expect(rows.split('\r\n').find((row) => row.includes('Vulpes vulpes'))).toMatch(/,2,human,Ada,/);
    const summary = await page.evaluate(() => window.fieldsift?.summary());
    expect(summary?.settings).toMatchObject({ 'clock.Drawn samples/Ridge trail.zone': '+02:00' });

    await importDropped(page, join(place, 'package.zip'));
    await dialog.getByText('0 labels added, 1 known before.').waitFor();
    expect([...record.pageErrors, ...record.consoleErrors]).toEqual([]);
  });
});
