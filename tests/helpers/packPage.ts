import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { chromiumArguments } from '../../scripts/browser/chromiumArguments.ts';
import { parseModelManifest, type ModelManifest } from '../../src/core/models/manifest/modelManifest.ts';
import type { PackBoxes } from './packBoxes.ts';

/** A page in which packs look at photos by the app's own code; see `packBoxes.ts`. */
export interface PackPage {
  /** What a model makes of the bytes of a photo. @param modelPath a file of this computer */
  look(photo: Uint8Array, manifest: ModelManifest, modelPath: string): Promise<PackBoxes>;
  close(): Promise<void>;
}

/** The manifest of a worked pack that leaves nothing open. */
export async function workedManifest(pack: string): Promise<ModelManifest> {
  return parseModelManifest(JSON.parse(await readFile(`docs/packs/${pack}/manifest.json`, 'utf8')));
}

/** Opens such a page in a browser of its own. */
export async function openPackPage(): Promise<PackPage> {
  const server = await createServer({ server: { port: 0 }, logLevel: 'silent' });
  await server.listen();
  const executablePath = process.env['FIELDSIFT_BROWSER'];
  const browser = await chromium.launch({
    args: chromiumArguments,
    ...(executablePath ? { executablePath } : {}),
  });
  const page = await browser.newPage();
  await page.route('**/empty-page', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.goto(new URL('/empty-page', server.resolvedUrls?.local[0]).href);
  await page.addScriptTag({ type: 'module', url: '/tests/helpers/packBoxes.ts' });
  await page.waitForFunction(() => 'packBoxes' in window);
  return {
    async look(photo, manifest, modelPath) {
      const weightsUrl = `/weights/${basename(modelPath)}`;
      await page.route('**/photo-under-test', (route) => route.fulfill({ body: Buffer.from(photo) }));
      await page.route(`**${weightsUrl}`, async (route) =>
        route.fulfill({ body: await readFile(modelPath) }),
      );
      try {
        return await page.evaluate(
          ([model, weights]) => window.packBoxes('/photo-under-test', model, weights),
          [manifest, weightsUrl] as const,
        );
      } finally {
        await page.unroute('**/photo-under-test');
        await page.unroute(`**${weightsUrl}`);
      }
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
