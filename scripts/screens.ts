import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { repositoryRoot } from './packageCommand.ts';
import { openAppWindow } from './sift/appWindow.ts';
import { readStatus } from './sift/door.ts';
import { waitForRun } from './sift/waitForRun.ts';

/** Takes pictures of every screen, with the drawn samples, at three widths: `npm run screens`. */
const out = join(repositoryRoot, 'docs/screens');
const viewports = [
  { width: 1280, height: 800 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
];

type Shoot = (screen: string, inTheDark?: boolean) => Promise<void>;

/** Writes a picture of what is shown; in the dark too where that says more, but for the width between. */
function shooter(page: Page, width: number): Shoot {
  return async (screen, inTheDark = false) => {
    const isDark = inTheDark && width !== 768;
    for (const colours of isDark ? (['dark', 'light'] as const) : (['light'] as const)) {
      await page.emulateMedia({ colorScheme: colours, reducedMotion: 'reduce' });
      await page.waitForTimeout(300); // pictures appear
      await page.screenshot({ path: join(out, `${screen}-${width}-${colours}.png`) });
    }
  };
}

async function shootRun(page: Page, shoot: Shoot): Promise<void> {
  await page.getByText('Ready to work offline').waitFor({ timeout: 60_000 });
  await shoot('start', true);
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
  // So that the queue of what is to look at holds more than one.
  await page.evaluate(() =>
    window.fieldsift?.applySettings({ 'gate.person': '0.9', 'triage.accept': '0.95' }),
  );
  await page.waitForTimeout(1000);
  await shoot('photos', true);
}

async function shootReview(page: Page, shoot: Shoot): Promise<void> {
  await page.getByRole('button', { name: 'Filters' }).click();
  await shoot('filters');
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.locator('[data-stack]').first().focus();
  await page.keyboard.press('q');
  await page.locator('.pixels img').waitFor();
  await page.waitForTimeout(500);
  await shoot('light-table', page.viewportSize()?.width === 390);
  await page.keyboard.press('?');
  await page.getByRole('heading', { name: 'Keys for review' }).waitFor();
  await shoot('keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.locator('.pixels img').waitFor({ state: 'detached' });
  await shoot('queue');
  await page.getByRole('button', { name: 'Show everything' }).click();
}

async function shootDialogs(page: Page, shoot: Shoot): Promise<void> {
  for (const [screen, name] of [
    ['export', /^Export/],
    ['share', /^Share/],
    ['import', /^Import/],
  ] as const) {
    await page.getByRole('button', { name }).first().click();
    await page.locator('dialog[open]').waitFor();
    await shoot(screen);
    await page.keyboard.press('Escape');
  }
  const settings = page.getByRole('button', { name: 'Settings', exact: true });
  await settings.click();
  await shoot('settings');
  await settings.click();
}

async function shootPages(page: Page, shoot: Shoot): Promise<void> {
  await page.getByRole('link', { name: 'Decisions' }).click();
  await page.getByRole('heading', { name: 'Decisions', level: 1 }).waitFor();
  await shoot('decisions', true);
  for (const [screen, section] of [
    ['decisions-sequences', 'Sequences and events'],
    ['decisions-clocks', 'Clocks and stations'],
    ['decisions-people', 'People gate'],
    ['decisions-trust', 'Trust'],
  ] as const) {
    await page.getByRole('button', { name: section, exact: true }).click();
    await shoot(screen);
  }
  await page.getByRole('link', { name: 'Understand' }).click();
  for (const [screen, view] of [
    ['understand', 'Wildlife'],
    ['understand-cameras', 'Cameras'],
    ['understand-species', 'Species notes'],
  ] as const) {
    await page.getByRole('link', { name: view }).click();
    await page.locator(`nav a[aria-current="true"]:text-is("${view}")`).waitFor();
    await page.evaluate(() => window.scrollTo(0, 0));
    await shoot(screen, screen === 'understand');
  }
  await page.getByRole('link', { name: 'Models' }).click();
  await page.getByRole('heading', { name: 'Models', level: 1 }).waitFor();
  await shoot('models');
  await page.getByRole('link', { name: /^Surveys/ }).click();
  await page.getByText('30 photos sifted').waitFor();
  await shoot('surveys');
}

await mkdir(out, { recursive: true });
for (const name of await readdir(out)) if (name.endsWith('.png')) await rm(join(out, name));
for (const viewport of viewports) {
  const app = await openAppWindow({ viewport });
  try {
    await app.page.waitForFunction(() => window.fieldsift !== undefined);
    const shoot = shooter(app.page, viewport.width);
    await shootRun(app.page, shoot);
    await shootReview(app.page, shoot);
    await shootDialogs(app.page, shoot);
    await shootPages(app.page, shoot);
  } finally {
    await app.close();
  }
}
process.stdout.write(`Screens are in ${out}\n`);
