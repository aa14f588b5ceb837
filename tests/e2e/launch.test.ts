import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleFolder } from '../../src/core/drawn/sampleFolder.ts';
import { launchApp, type AppWindow } from '../helpers/app.ts';
import { drawFolder, type DrawnFolder } from '../helpers/drawnFolder.ts';
import { finishRun } from '../helpers/run.ts';

const plans = sampleFolder().slice(0, 3);
let drawn: DrawnFolder;
let app: AppWindow | undefined;

beforeAll(async () => {
  drawn = await drawFolder(plans);
});
afterAll(() => drawn.remove());
afterEach(() => app?.close());

describe('photos that another app shares', () => {
  it('are sifted by the page that opens, once', async () => {
    app = await launchApp();
    const { page, record } = app;
    await page.getByText('Ready to work offline').waitFor({ timeout: 60_000 });
    const photos = await Promise.all(
      plans.map(async ({ path }) => (await readFile(join(drawn.root, path))).toString('base64')),
    );
    // As a phone does it: a form that is sent to where the web app manifest says.
    const landed = await page.evaluate(async (files) => {
      const address = document.querySelector<HTMLLinkElement>('link[rel=manifest]')?.href ?? '';
      const manifest = (await (await fetch(address)).json()) as {
        share_target: { action: string; params: { files: { name: string }[] } };
      };
      const { action, params } = manifest.share_target;
      const form = new FormData();
      for (const [index, base64] of files.entries()) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const name = index === 0 ? 'Ñandú, "1" 🦌.jpg' : 'image.jpg';
        form.append(
          params.files[0]?.name ?? '',
          new File([bytes], `${index} ${name}`, { type: 'image/jpeg' }),
        );
      }
      return (await fetch(new URL(action, address), { method: 'POST', body: form })).url;
    }, photos);
    expect(new URL(landed).pathname).toBe('/');
    await page.reload();
    await page.evaluate(() => window.fieldsift?.ready);
    await page.waitForFunction(() => window.fieldsift?.status().total === 3);
    expect(await finishRun(page)).toMatchObject({ total: 3, done: 3 });
    const csv = await page.evaluate(() => window.fieldsift?.exportFile('photos.csv') ?? '');
    expect(csv).toMatch(/Shared photos \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\/0 Ñandú/);
    expect(await page.evaluate(() => caches.has('fieldsift-shared'))).toBe(false);
    expect(record.consoleErrors).toEqual([]);
  });
});

describe('a browser that would install the app', () => {
  it('is asked by a button', async () => {
    app = await launchApp();
    const { page } = app;
    const button = page.getByRole('button', { name: 'Install Fieldsift' });
    await page.evaluate(() => {
      const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
        prompt: () => Promise.resolve(void (document.title = 'asked')),
      });
      window.dispatchEvent(offer);
    });
    await button.click();
    expect(await page.title()).toBe('asked');
    await button.waitFor({ state: 'hidden' });
  });
});
