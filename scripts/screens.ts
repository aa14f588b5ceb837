import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { repositoryRoot } from './packageCommand.ts';
import { openAppWindow } from './sift/appWindow.ts';
import { readStatus } from './sift/door.ts';
import { waitForRun } from './sift/waitForRun.ts';

/** Takes pictures of every screen, with the drawn samples, at two widths, light and dark: `npm run screens`. */
const out = join(repositoryRoot, 'docs/screens');
const devices = { laptop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

async function takeScreens(page: Page, device: string, colours: 'light' | 'dark'): Promise<void> {
  const shoot = (screen: string): Promise<unknown> =>
    page.screenshot({ path: join(out, `${screen}-${device}-${colours}.png`) });
  await page.emulateMedia({ colorScheme: colours, reducedMotion: 'reduce' });
  await page.getByText('Ready to work offline').waitFor({ timeout: 60_000 });
  await shoot('start');
  await page.getByRole('button', { name: 'Try it with sample photos' }).click();
  await page.waitForFunction(() => (window.fieldsift?.status().done ?? 0) > 4, undefined, {
    timeout: 60_000,
  });
  await shoot('sifting');
  await waitForRun({
    status: () => readStatus(page),
    report: () => undefined,
    stallLimit: 60_000,
    timeLimit: null,
  });
  await page.waitForTimeout(1000); // thumbnails appear
  await shoot('sifted');
  await page.getByRole('button', { name: 'Settings' }).click();
  await shoot('settings');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Filters' }).click();
  await shoot('filters');
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByRole('button', { name: /^Review \d/ }).click();
  await page.locator('.pixels img').waitFor();
  await page.waitForTimeout(500);
  await shoot('light-table');
  await page.keyboard.press('?');
  await shoot('keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByLabel('Order').selectOption('alike');
  await page.waitForTimeout(1500);
  await shoot('alike');
  await page.getByRole('link', { name: 'Models' }).click();
  await page.getByRole('heading', { name: 'Models', exact: true }).waitFor();
  await shoot('models');
}

await mkdir(out, { recursive: true });
for (const [device, viewport] of Object.entries(devices)) {
  for (const colours of ['light', 'dark'] as const) {
    const app = await openAppWindow({ viewport });
    try {
      await app.page.waitForFunction(() => window.fieldsift !== undefined);
      await takeScreens(app.page, device, colours);
    } finally {
      await app.close();
    }
  }
}
process.stdout.write(`Screens are in ${out}\n`);
