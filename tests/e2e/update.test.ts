import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { launchApp, type AppWindow } from '../helpers/app.ts';
import { finishRun } from '../helpers/run.ts';

let root: string;
let app: AppWindow | undefined;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'fieldsift-update-'));
  await cp(join(import.meta.dirname, '../../dist'), root, { recursive: true });
});
afterEach(async () => {
  await app?.close();
  await rm(root, { recursive: true, force: true });
});

it('an update is offered, waits for the end of a run, and is taken by a click', async () => {
  app = await launchApp({ root });
  const { page } = app;
  await page.getByText('Ready to work offline').waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Try it with sample photos' }).click();
  await page.getByRole('heading', { name: 'Sifting' }).waitFor();

  await appendFile(join(root, 'sw.js'), '\n// a newer version');
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  const waiting = page.getByRole('button', { name: 'Update after this run' });
  await waiting.waitFor({ timeout: 60_000 });
  expect(await waiting.isDisabled()).toBe(true);

  await finishRun(page);
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Update Fieldsift' }).click();
  await reloaded;
  await page.waitForFunction(() => window.fieldsift !== undefined);
  await page.evaluate(() => window.fieldsift?.ready);
  expect(await page.evaluate(() => window.fieldsift?.status())).toMatchObject({ phase: 'done', failed: 0 });
  expect(await page.getByRole('button', { name: /^Update/ }).count()).toBe(0);
});
