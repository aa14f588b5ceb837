import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { securityHeaders } from '../../scripts/securityHeaders.ts';
import { launchApp, type AppWindow } from '../helpers/app.ts';

const dist = join(import.meta.dirname, '../../dist');
let app: AppWindow | undefined;
afterEach(() => app?.close());

function expectNothingWrong({ record }: AppWindow): void {
  expect(record.consoleErrors).toEqual([]);
  expect(record.pageErrors).toEqual([]);
  expect(record.foreignRequests).toEqual([]);
  expect(record.ownRequests).toBeGreaterThan(0);
}

test.each([
  ['at the root of a host', {}],
  ['under a sub-path', { base: '/some/sub-path/' }],
  ['on a host that sends no headers', { headers: false }],
])('the built app loads %s, without an error', async (_where, options) => {
  app = await launchApp(options);
  expect(await app.page.title()).toContain('Fieldsift');
  expect(await app.page.locator('body').innerText()).not.toBe('');
  expect(await app.page.evaluate(() => window.fieldsift?.status().phase)).toBe('empty');
  // Everything that it goes on to fetch in the background counts as well.
  await app.page.waitForLoadState('networkidle');
  expectNothingWrong(app);
});

test('every response carries the security headers, and the page is isolated', async () => {
  app = await launchApp();
  const response = await app.page.reload();
  expect(response?.status()).toBe(200);
  const headers = await response?.allHeaders();
  for (const [name, value] of Object.entries(securityHeaders))
    expect(headers?.[name.toLowerCase()]).toBe(value);
  expect(await app.page.evaluate(() => crossOriginIsolated)).toBe(true);
});

test('the browser itself refuses a request to another host', async () => {
  app = await launchApp();
  const refused = await app.page.evaluate(() =>
    fetch('https://example.com/photo.jpg', { mode: 'no-cors' }).then(
      () => 'answered',
      () => 'refused',
    ),
  );
  expect(refused).toBe('refused');
  expect(app.record.consoleErrors.join('\n')).toContain('Content Security Policy');
  expect(app.record.foreignRequests).toEqual([]);
});

test('every built file is served with the type that a browser needs', async () => {
  app = await launchApp();
  const types: Record<string, string> = {
    html: 'text/html; charset=utf-8',
    js: 'text/javascript; charset=utf-8',
    mjs: 'text/javascript; charset=utf-8',
    css: 'text/css; charset=utf-8',
    wasm: 'application/wasm',
    onnx: 'application/octet-stream',
    webmanifest: 'application/manifest+json',
  };
  const seen = new Set<string>();
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const extension = entry.name.split('.').at(-1) ?? '';
    const type = types[extension];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name).slice(dist.length + 1);
    const response = await fetch(app.server.url + path.replaceAll('\\', '/'), { method: 'HEAD' });
    expect.soft([path, response.status, response.headers.get('content-type')]).toEqual([path, 200, type]);
    seen.add(extension);
  }
  expect([...seen]).toEqual(expect.arrayContaining(['html', 'js', 'css', 'wasm', 'onnx', 'webmanifest']));
});
