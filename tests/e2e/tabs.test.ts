import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { openAppWindow } from '../../scripts/sift/appWindow.ts';
import { sampleFolder } from '../../src/drawn/sampleFolder.ts';
import { dropFolders, launchApp, type AppWindow } from '../helpers/app.ts';
import { drawFolder, type DrawnFolder } from '../helpers/drawnFolder.ts';
import { finishRun } from '../helpers/run.ts';

let drawn: DrawnFolder;
let app: AppWindow | undefined;

beforeAll(async () => {
  drawn = await drawFolder(sampleFolder().slice(0, 4));
});
afterAll(() => drawn.remove());
afterEach(() => app?.close());

const gap = (page: Page) =>
  page.evaluate(() => JSON.stringify(window.fieldsift?.summary().settings).match(/"gap":"?(\d+)/)?.[1]);

describe('a survey that is open in two tabs', () => {
  it('has in both what is said and set in one, and keeps the settings of both', async () => {
    app = await launchApp();
    const { page, context } = app;
    await dropFolders(page, [join(drawn.root, 'Drawn samples')]);
    await finishRun(page);
    const second = await context.newPage();
    await second.goto(page.url());
    await second.waitForFunction(() => window.fieldsift !== undefined);
    await second.evaluate(() => window.fieldsift?.ready);
    await second.getByText('This survey is also open in 1 other tab').waitFor();

    await second
      .getByRole('button', { name: /^Review/ })
      .first()
      .click();
    await second.getByRole('dialog', { name: 'Photo' }).waitFor();
    await second.keyboard.press('p');
    await second.evaluate(() => window.fieldsift?.applySettings({ zone: '+02:00' }));
    await page.bringToFront();
    const table = await page.evaluate(() => window.fieldsift?.exportFile('photos.csv'));
    expect(table).toContain('human');

    await page.evaluate(() => window.fieldsift?.applySettings({ gap: '90' }));
    await second.bringToFront();
    await second.waitForFunction(() =>
      JSON.stringify(window.fieldsift?.summary().settings).includes('+02:00'),
    );
    await second.reload();
    await second.evaluate(() => window.fieldsift?.ready);
    expect(await gap(second)).toBe('90');
    expect(JSON.stringify(await second.evaluate(() => window.fieldsift?.summary().settings))).toContain(
      '+02:00',
    );
    expect(app.record.pageErrors).toEqual([]);
  });
});

describe('a browser that gives less storage', () => {
  it('sifts without files of its own, and says that no model is kept', async () => {
    app = await launchApp();
    const { page, context } = app;
    await context.addInitScript(() => {
      StorageManager.prototype.getDirectory = () =>
        Promise.reject(new DOMException('Security error when calling GetDirectory', 'SecurityError'));
    });
    await page.reload();
    await page.evaluate(() => window.fieldsift?.ready);
    await page.getByText('This browser keeps no files here').first().waitFor();
    await dropFolders(page, [join(drawn.root, 'Drawn samples')]);
    expect(await finishRun(page)).toMatchObject({ done: 4, failed: 0 });
  });

  for (const [what, script, sentence] of [
    [
      'no databases',
      `Object.defineProperty(globalThis, 'indexedDB', { value: undefined })`,
      'keeps no data for this page',
    ],
    [
      'a refusal',
      `IDBFactory.prototype.open = () => { throw new DOMException('The operation is insecure.', 'SecurityError'); }`,
      'keeps no data for this page',
    ],
    [
      'no secure address',
      `Object.defineProperty(globalThis, 'isSecureContext', { value: false })`,
      'is not a secure one',
    ],
  ] as const) {
    it(`says in one sentence what to do where there is ${what}`, async () => {
      app = await openAppWindow();
      await app.context.addInitScript(script);
      await app.page.reload();
      await app.page.getByRole('alert').getByText(sentence).waitFor();
    });
  }

  it('asks for a reload where the surveys are of a newer version, and goes on when an old tab closes', async () => {
    app = await launchApp();
    const { page, context } = app;
    const other = await context.newPage();
    await other.goto(new URL('icons/icon.svg', page.url()).href);
    await other.evaluate(
      () =>
        new Promise((done) => {
          const request = indexedDB.open('fieldsift', 99);
          request.onsuccess = () => {
            request.result.close();
            done(true);
          };
        }),
    );
    await page.getByRole('alert').getByText('A newer version of Fieldsift').waitFor();
    await page.goto('about:blank');
    await other.evaluate(
      () =>
        new Promise((done) => {
          indexedDB.deleteDatabase('fieldsift').onsuccess = () => {
            const request = indexedDB.open('fieldsift', 1);
            request.onupgradeneeded = () => {
              const { result } = request;
              result.createObjectStore('projects', { keyPath: 'id' });
              result.createObjectStore('folders', { keyPath: 'id' }).createIndex('project', 'projectId');
              result.createObjectStore('handles', { keyPath: 'folderId' });
              const media = result.createObjectStore('media', { keyPath: 'id' });
              media.createIndex('project', ['projectId', 'status']);
              result.createObjectStore('outputs', { keyPath: ['modelHash', 'contentKey'] });
              result.createObjectStore('thumbnails', { keyPath: 'contentKey' });
              result.createObjectStore('models', { keyPath: 'hash' });
            };
            request.onsuccess = () => {
              Object.assign(window, { kept: request.result });
              done(true);
            };
          };
        }),
    );
    await page.goto(new URL('.', new URL('../', other.url())).href);
    await page.getByRole('alert').getByText('Close that tab').waitFor();
    await other.close();
    await page.getByText('Which photos have an animal in them?').waitFor();
  });
});
