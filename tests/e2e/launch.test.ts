import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleFolder } from '../../src/drawn/sampleFolder.ts';
import { dropFolders, launchApp, type AppWindow } from '../helpers/app.ts';
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
  it('are sifted by the page that opens once a person says so, and never twice', async () => {
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
    const question = page.getByRole('dialog', { name: '3 files were shared with Fieldsift' });
    await question.waitFor();
    expect(await page.evaluate(() => window.fieldsift?.status().total)).toBe(0);
    await question.getByRole('button', { name: 'Add to the survey' }).click();
    await page.waitForFunction(() => window.fieldsift?.status().total === 3);
    expect(await finishRun(page)).toMatchObject({ total: 3, done: 3 });
    const csv = await page.evaluate(() => window.fieldsift?.exportFile('photos.csv') ?? '');
    expect(csv).toMatch(/Shared photos \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\/0 Ñandú/);
    expect(await page.evaluate(() => caches.has('fieldsift-shared'))).toBe(false);
    expect(record.consoleErrors).toEqual([]);
  });

  it('are thrown away when another website sent them, and models always', async () => {
    app = await launchApp();
    const { page } = app;
    await page.getByText('Ready to work offline').waitFor({ timeout: 60_000 });
    const send = (name: string) =>
      page.evaluate(async (fileName) => {
        const form = new FormData();
        form.append('files', new File(['not a photo'], fileName, { type: 'image/jpeg' }));
        await fetch(new URL('share-target', location.href), { method: 'POST', body: form });
      }, name);
    await send('planted.onnx');
    expect(await page.evaluate(async () => (await caches.open('fieldsift-shared')).keys())).toEqual([]);

    // A form on a page of another origin, which navigates to the app.
    const other = await app.context.newPage();
    await other.route('http://elsewhere.test/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<form method="post" enctype="multipart/form-data" action="${page.url()}share-target">
          <input type="file" name="files"><button>Send</button></form>`,
      }),
    );
    await other.goto('http://elsewhere.test/');
    const photo = { name: 'planted.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a photo') };
    await other.locator('input').setInputFiles(photo);
    await other.getByRole('button', { name: 'Send' }).click();
    await other.waitForFunction(() => window.fieldsift !== undefined);
    await other.evaluate(() => window.fieldsift?.ready);
    expect(await other.evaluate(async () => (await caches.open('fieldsift-shared')).keys())).toEqual([]);

    await send('mine.jpg');
    await page.reload();
    const question = page.getByRole('dialog', { name: '1 file was shared with Fieldsift' });
    await question.getByRole('button', { name: 'Throw away' }).click();
    await question.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => window.fieldsift?.status().total)).toBe(0);
    await expect.poll(() => page.evaluate(() => caches.has('fieldsift-shared'))).toBe(false);
  });
});

/** A browser that hands files over as the operating system asked it to; they are given to `launch`. */
function withLaunchQueue(): void {
  const waiting: { files: FileSystemFileHandle[] }[] = [];
  let consumer: ((parameters: { files: FileSystemFileHandle[] }) => void) | null = null;
  const launchQueue = {
    setConsumer(taken: typeof consumer) {
      consumer = taken;
      for (const parameters of waiting.splice(0)) consumer?.(parameters);
    },
  };
  Object.defineProperty(window, 'launchQueue', { value: launchQueue, configurable: true });
  const launch = (files: FileSystemFileHandle[]): void => {
    if (consumer) consumer({ files });
    else waiting.push({ files });
  };
  Object.defineProperty(window, 'launch', { value: launch });
}

/** Opens a text as a file of that name, as a double click on it would. */
async function launchFile(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    async ([fileName, content]) => {
      const root = await navigator.storage.getDirectory();
      const handle = await root.getFileHandle(fileName, { create: true });
      const stream = await handle.createWritable();
      await stream.write(content);
      await stream.close();
      (window as unknown as { launch: (files: FileSystemFileHandle[]) => void }).launch([handle]);
    },
    [name, text] as const,
  );
}

describe('a project file that is opened from the desktop', () => {
  it('is what the app manifest asks for, and opens with all that was said', async () => {
    app = await launchApp();
    const { page, record } = app;
    const asked = await page.evaluate(async () => {
      const address = document.querySelector<HTMLLinkElement>('link[rel=manifest]')?.href ?? '';
      const manifest = (await (await fetch(address)).json()) as {
        launch_handler: unknown;
        file_handlers: { accept: Record<string, string[]> }[];
      };
      return { handler: manifest.launch_handler, accepted: manifest.file_handlers[0]?.accept };
    });
    expect(asked.handler).toBeDefined();
    expect(Object.values(asked.accepted ?? {}).flat()).toContain('.fieldsift');

    await dropFolders(page, [join(drawn.root, 'Drawn samples')]);
    await finishRun(page);
    const before = await page.evaluate(() => window.fieldsift?.summary());
    const project = await page.evaluate(async () => {
      await window.fieldsift?.prepareExport('project');
      const content = await window.fieldsift?.readExport('project.fieldsift');
      return content && 'text' in content ? content.text : '';
    });
    await app.close();

    app = await launchApp();
    const { page: fresh, record: freshRecord } = app;
    await app.context.addInitScript(withLaunchQueue);
    await fresh.reload();
    await fresh.evaluate(() => window.fieldsift?.ready);
    await launchFile(fresh, 'season.fieldsift', project);
    const dialog = fresh.getByRole('dialog', { name: 'Import' });
    await dialog.getByRole('button', { name: 'Open project' }).click();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect
      .poll(async () => (await fresh.evaluate(() => window.fieldsift?.summary()))?.byLabel)
      .toEqual(before?.byLabel);

    // The window is there already: another file goes to it.
    await launchFile(fresh, 'broken.fieldsift', project.slice(0, 200));
    await dialog.getByText('broken.fieldsift was not imported.').waitFor();
    expect([...record.pageErrors, ...freshRecord.pageErrors, ...freshRecord.consoleErrors]).toEqual([]);
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
