import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchApp, type AppWindow } from '../helpers/app.ts';

let app: AppWindow;
beforeAll(async () => {
  app = await launchApp();
});
afterAll(() => app.close());

/** The page as a browser without something shows it. */
async function pageWithout(script: string, options: { locale?: string; colorScheme?: 'dark' } = {}) {
  const browser = app.context.browser();
  if (!browser) throw new Error('No browser to open a page in.');
  const context = await browser.newContext({ serviceWorkers: 'block', ...options });
  await context.addInitScript(script);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(app.page.url());
  return { page, context, errors };
}

const versions = /Chrome or Edge from version \d+, Firefox from \d+ or Safari from [\d.]+/;

it.each([
  ['modules', 'delete HTMLScriptElement.prototype.noModule', 'JavaScript modules'],
  ['WebAssembly', 'delete globalThis.WebAssembly', 'WebAssembly with SIMD'],
  ['SIMD', 'WebAssembly.validate = () => false', 'WebAssembly with SIMD'],
  ['OffscreenCanvas', 'delete globalThis.OffscreenCanvas', 'OffscreenCanvas'],
  ['drawing in 2d', 'OffscreenCanvas.prototype.getContext = () => null', 'OffscreenCanvas'],
  ['its JavaScript', 'delete Array.prototype.toSorted', 'JavaScript of 2023'],
])('an old browser without %s is told what it lacks and which versions have it', async (_, script, lack) => {
  const { page, context, errors } = await pageWithout(script);
  const door = page.getByRole('alert');
  await door.getByText(lack).waitFor();
  const text = await door.innerText();
  expect(text).toMatch(versions);
  expect(text).not.toContain('; ');
  expect(await page.locator('#app').count()).toBe(0);
  expect(errors).toEqual([]);
  await context.close();
});

it('is told all of it in Spanish, in the dark too', async () => {
  const script = 'delete globalThis.OffscreenCanvas; WebAssembly.validate = () => false';
  const { page, context } = await pageWithout(script, { locale: 'es-AR', colorScheme: 'dark' });
  const text = await page.getByRole('alert').innerText();
  expect(text).toContain('A este navegador le falta lo que Fieldsift necesita (WebAssembly con SIMD; ');
  expect(await page.locator('html').getAttribute('lang')).toBe('es');
  const shots = process.env['FIELDSIFT_SHOTS'];
  if (shots) {
    await page.screenshot({ path: join(shots, 'door-dark.png') });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.screenshot({ path: join(shots, 'door-light.png') });
  }
  await context.close();
});

it('a browser that has all of it starts the app', async () => {
  const { page, context, errors } = await pageWithout('');
  await page.getByRole('button', { name: 'Try it with sample photos' }).waitFor();
  expect(await page.locator('#door').count()).toBe(0);
  expect(errors).toEqual([]);
  await context.close();
});
