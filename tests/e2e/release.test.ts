import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterEach, describe, expect, it } from 'vitest';
import { launchSifted, type AppWindow, type AppWindowOptions } from '../helpers/app.ts';
import { violations } from '../helpers/axe.ts';

let app: AppWindow | undefined;

afterEach(() => app?.close());

/** So low that most sequences are held, the people and the animals. */
const strict = '0.01';

async function siftHeld(options: AppWindowOptions = {}): Promise<Page> {
  app = await launchSifted(options);
  const { page } = app;
  await page.evaluate((person) => window.fieldsift?.applySettings({ 'gate.person': person }), strict);
  await page.locator('[data-stack]').first().waitFor();
  return page;
}

/** How many sequences stand where, as `decisions.json` tells. */
async function byGate(page: Page): Promise<Record<string, number>> {
  const text = await page.evaluate(() => window.fieldsift?.exportFile('decisions.json') ?? '');
  return (JSON.parse(text) as { counts: { byGate: Record<string, number> } }).counts.byGate;
}

const released = async (page: Page): Promise<number> => (await byGate(page))['released'] ?? 0;
const question = (page: Page): Locator => page.getByRole('dialog', { name: /^Release \d/ });
const lastAct = (page: Page): Locator => page.getByRole('group', { name: 'What was done last' });

async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['FIELDSIFT_SHOTS'];
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

async function openSection(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Decisions' }).click();
  await page.getByRole('button', { name, exact: true }).click();
}

describe('a release of many', () => {
  it('asks with the pictures, tells what it did, and is taken back from anywhere, as a whole after a reload', async () => {
    const page = await siftHeld();
    const before = await byGate(page);
    const held = before['held (machine)'] ?? 0;
    expect(held).toBeGreaterThanOrEqual(3);

    // No card has the focus.
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('Control+a');
    await page.getByRole('toolbar', { name: 'Chosen sequences' }).waitFor();
    await page.keyboard.press('Shift+R');
    await question(page).waitFor();
    expect(await released(page)).toBe(0);
    const pictures = question(page).getByRole('list').getByRole('button');
    expect(await pictures.count()).toBe(held);
    const scores = (await pictures.allInnerTexts()).map((text) => Number(/(\d+)\s*%/.exec(text)?.[1]));
    expect(scores).toEqual([...scores].sort((left, right) => right - left));
    await shoot(page, 'release-question');
    expect(await violations(page)).toEqual([]);

    // Enter and Escape leave everything as it is.
    await page.keyboard.press('Enter');
    await question(page).waitFor({ state: 'detached' });
    await page.keyboard.press('Shift+R');
    await question(page).waitFor();
    await page.keyboard.press('Escape');
    await question(page).waitFor({ state: 'detached' });
    expect(await byGate(page)).toEqual(before);

    // The largest doubt stays, the others go.
    await page.getByRole('button', { name: `Release ${held}` }).click();
    await pictures.first().click();
    await page.getByRole('button', { name: `Release ${held - 1}`, exact: true }).click();
    await expect.poll(() => released(page)).toBe(held - 1);
    await lastAct(page)
      .getByText(`${held - 1} sequences released`)
      .waitFor();
    await shoot(page, 'released');

    await page.getByRole('button', { name: 'Filters' }).focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => byGate(page)).toEqual(before);
    await lastAct(page)
      .getByText(`Undone: ${held - 1} sequences released`)
      .waitFor();

    // What was asked about is asked about again.
    await page.keyboard.press('Control+y');
    await page.getByRole('dialog', { name: /again\?$/ }).waitFor();
    await page.getByRole('button', { name: `Release ${held - 1}`, exact: true }).click();
    await expect.poll(() => released(page)).toBe(held - 1);

    // In a field its own undo comes first.
    const search = page.getByRole('searchbox');
    await search.pressSequentially('x');
    await search.press('Control+z');
    await expect.poll(() => search.inputValue()).toBe('');
    expect(await released(page)).toBe(held - 1);
    await search.press('Control+z');
    await expect.poll(() => byGate(page)).toEqual(before);
    await page.getByRole('combobox', { name: /^Order/ }).focus();
    await page.keyboard.press('Control+y');
    await page.getByRole('button', { name: `Release ${held - 1}`, exact: true }).click();
    await expect.poll(() => released(page)).toBe(held - 1);

    await page.getByRole('button', { name: /^Messages/ }).click();
    expect(await page.getByText(`${held - 1} sequences released`).count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');

    await page.waitForTimeout(500);
    await page.reload();
    await page.evaluate(() => window.fieldsift?.ready);
    await page.locator('[data-stack]').first().waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => byGate(page)).toEqual(before);
  });

  it('asks nothing of the one that lies open, and lets nobody go by a name', async () => {
    const page = await siftHeld();
    const before = await byGate(page);
    await page.getByRole('button', { name: 'Filters' }).click();
    await page
      .getByRole('button', { name: /^held back/ })
      .first()
      .click();
    await page.locator('[data-stack]').first().click();
    const table = page.getByRole('dialog', { name: 'Photo' });
    await table.locator('.pixels img').waitFor();
    await table.getByText(/^Held: maybe a person/).waitFor();
    await page.waitForTimeout(200);
    await shoot(page, 'held-on-the-light-table');
    await page.keyboard.press('0');
    expect(await byGate(page)).toEqual(before);
    await page.keyboard.press('Shift+R');
    await lastAct(page).getByText('1 sequence released').waitFor();
    expect(await released(page)).toBe(1);
    await page.keyboard.press('p');
    expect(await byGate(page)).toMatchObject({ 'held (human)': 1 });
    await page.keyboard.press('0');
    expect(await byGate(page)).toMatchObject({ 'held (human)': 1 });
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(() => released(page)).toBe(1);
  });

  it('never touches what was chosen and then filtered out of sight', async () => {
    const page = await siftHeld();
    await page.locator('[data-stack]').first().focus();
    await page.keyboard.press('Control+a');
    await page.getByRole('searchbox').fill('no such place');
    await page.getByRole('searchbox').blur();
    const before = await byGate(page);
    await page.keyboard.press('Shift+R');
    await page.keyboard.press('Shift+H');
    expect(await byGate(page)).toEqual(before);
    await page.getByRole('searchbox').fill('');
    await page
      .getByRole('toolbar', { name: 'Chosen sequences' })
      .getByRole('button', { name: /^Hold/ })
      .click();
    await lastAct(page)
      .getByText(/sequences held back/)
      .waitFor();
    await lastAct(page).getByRole('button', { name: /^Undo/ }).click();
    await expect.poll(() => byGate(page)).toEqual(before);
  });
});

describe('a setting that opens the people gate', () => {
  it('says how many sequences it lets go, and changes nothing until that is answered', async () => {
    const page = await siftHeld({ colorScheme: 'dark' });
    const before = await byGate(page);
    await openSection(page, 'People gate');
    const field = page.getByRole('spinbutton', { name: /^Held from a person/ });
    const asked = page.getByRole('dialog', { name: /^This lets \d+ held sequences? go$/ });

    await field.fill('1');
    await page.keyboard.press('Tab');
    await asked.waitFor();
    await shoot(page, 'setting-question-dark');
    await page.keyboard.press('Escape');
    await asked.waitFor({ state: 'detached' });
    expect(await byGate(page)).toEqual(before);
    expect(await field.inputValue()).toBe(strict);

    // The slider asks only once it is let go of.
    const slider = page.getByRole('slider', { name: /^Held from a person/ });
    await slider.focus();
    await page.keyboard.press('End');
    await asked.waitFor();
    await page.getByRole('button', { name: /^Let \d+ go$/ }).click();
    await asked.waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await byGate(page))['held (machine)'] ?? 0)
      .toBeLessThan(before['held (machine)'] ?? 0);

    // Stricter again without a question; and its undo opens, so that it asks.
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('Control+z');
    await expect.poll(() => byGate(page)).toEqual(before);
    await page.keyboard.press('Control+y');
    await asked.waitFor();
    await page.keyboard.press('Escape');
    expect(await byGate(page)).toEqual(before);
  });
});
