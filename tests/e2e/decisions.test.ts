import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { drawFolder, type DrawnFolder } from '../helpers/drawnFolder.ts';
import { launchSifted, type AppWindow, type AppWindowOptions } from '../helpers/app.ts';
import { violations } from '../helpers/axe.ts';
import { finishRun } from '../helpers/run.ts';

let files: DrawnFolder;
let app: AppWindow | undefined;

beforeAll(async () => {
  files = await drawFolder([]);
});
afterAll(() => files.remove());
afterEach(() => app?.close());

const sections = [
  'Triage',
  'Sequences and events',
  'Clocks and stations',
  'Rules',
  'Species',
  'People gate',
  'Repeats',
  'Trust',
];

async function openSamples(options: AppWindowOptions = {}): Promise<Page> {
  app = await launchSifted(options);
  const { page } = app;
  await page.getByRole('link', { name: 'Decisions' }).click();
  await page.getByRole('heading', { name: 'Decisions', level: 1 }).waitFor();
  return page;
}

const open = (page: Page, section: string) =>
  page.getByRole('button', { name: section, exact: true }).click();

/** Agrees to what a setting lets go, which it is asked about. */
async function agree(page: Page): Promise<void> {
  const question = page.getByRole('dialog', { name: /^This lets \d+ held sequences? go$/ });
  await question.getByRole('button', { name: /^Let \d+ go$/ }).click();
  await question.waitFor({ state: 'detached' });
}

interface WrittenDecisions {
  settings: Record<string, string>;
  counts: { sequences: number; byGate: Record<string, number> };
  gate: { leak: { checked: number; missed: number } | null };
  deployments: { station: string; latitude: number | null; zoned: boolean }[];
  evaluations: { of: string; cases: number }[];
}

async function written(page: Page): Promise<WrittenDecisions> {
  const text = await page.evaluate(() => window.fieldsift?.exportFile('decisions.json') ?? '');
  return JSON.parse(text) as WrittenDecisions;
}

describe('decisions', () => {
  it('follow every setting at once, can be undone, and are all there after a reload', async () => {
    const page = await openSamples();
    const before = await written(page);
    expect(before.settings).toMatchObject({ gap: '60', 'gate.person': 'model' });

    await open(page, 'Sequences and events');
    await page.getByLabel('Longest gap in a sequence').fill('0');
    await page.keyboard.press('Tab');
    await agree(page);
    expect((await written(page)).counts.sequences).toBeGreaterThan(before.counts.sequences);
    await page.getByRole('button', { name: 'Undo setting' }).click();
    expect((await written(page)).counts.sequences).toBe(before.counts.sequences);
    await page.getByRole('combobox', { name: 'Group as' }).selectOption('timelapse');

    await open(page, 'Clocks and stations');
    const [first] = await page.getByLabel(/^Station of /).all();
    await first?.fill('North slope');
    await page.keyboard.press('Tab');
    await page.getByLabel('Offset from UTC of all clocks').fill('+02:00');
    await page.keyboard.press('Tab');

    await open(page, 'People gate');
    await page.getByRole('spinbutton', { name: /^Held from a person/ }).fill('0.9');
    await page.keyboard.press('Tab');
    await agree(page);
    await page.getByLabel('Your name, kept with what you say').fill('Ada');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'No person' }).click();
    await page.getByRole('button', { name: 'A person', exact: true }).click();
    await page.getByText(/1 of 2 checked: with 95 % confidence under/).waitFor();

    const changed = await written(page);
    expect(changed.settings).toMatchObject({ gap: '120', zone: '+02:00', 'gate.person': '0.9' });
    expect(changed.gate.leak).toMatchObject({ checked: 2, missed: 1 });
    expect(changed.counts.byGate).toMatchObject({ released: 1, 'held (human)': 1 });
    expect(changed.deployments.some(({ station, zoned }) => station === 'North slope' && zoned)).toBe(true);

    await page.waitForTimeout(500);
    await page.reload();
    await page.evaluate(() => window.fieldsift?.ready);
    await finishRun(page);
    const kept = await written(page);
    expect(kept.settings).toEqual(changed.settings);
    expect(kept.gate.leak).toEqual(changed.gate.leak);
    expect(kept.counts).toEqual(changed.counts);
    await open(page, 'People gate');
    await expect.poll(() => page.getByLabel('Your name, kept with what you say').inputValue()).toBe('Ada');
  });

  it('tell how far to trust the model on a table of one’s own', async () => {
    const page = await openSamples();
    const csv = await page.evaluate(() => window.fieldsift?.exportFile('photos.csv') ?? '');
    const lines = csv.split('\r\n').slice(1, -1);
    const wordOf = (index: number): string => ['moose', 'emtpy'][index] ?? 'empty';
    const rows = lines.map((line, index) => `${line.split(',')[0] ?? ''},${wordOf(index)}`);
    const table = join(files.root, 'truth.csv');
    await writeFile(table, ['Image Name,Species', ...rows].join('\n'));
    await open(page, 'Trust');
    await page.getByLabel(/^Read what is in the photos/).setInputFiles(table);
    await page.getByText('Too few to rely on').waitFor();
    await page.getByRole('table', { name: /^Sequences: what they show/ }).waitFor();
    const photos = (await written(page)).evaluations.find((one) => one.of === 'photos');
    expect(photos?.cases).toBe(lines.length);

    await page.getByText('“emtpy”: did you mean “empty”? (1 photo)').waitFor();
    await page.getByText('counted as an animal of that name: moose (1).').waitFor();
    await page.getByRole('button', { name: 'Read as “empty” instead of “emtpy”' }).click();
    await page.getByText('did you mean').waitFor({ state: 'detached' });

    // A mistake opens large, and is none any more once somebody has said that the machine is right.
    const mistakes = page.getByRole('list', { name: 'The surest mistakes' }).getByRole('button');
    const before = await mistakes.count();
    await mistakes.first().click();
    await page.locator('dialog .pixels img').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => mistakes.count()).toBe(before - 1);
    await page.keyboard.press('Escape');
    await page.locator('dialog .pixels').waitFor({ state: 'detached' });
    await expect.poll(() => mistakes.first().evaluate((one) => one === document.activeElement)).toBe(true);
    const mended = (await written(page)).evaluations.find((one) => one.of === 'photos');

    await page.waitForTimeout(500);
    await page.reload();
    await page.evaluate(() => window.fieldsift?.ready);
    const again = (await written(page)).evaluations.find((one) => one.of === 'photos');
    expect(again, 'the table is kept with the survey').toEqual(mended);
  });

  it('say what is wrong with a value, and change nothing', async () => {
    const page = await openSamples();
    await open(page, 'Clocks and stations');
    await page.getByLabel('Offset from UTC of all clocks').fill('Rome');
    await page.keyboard.press('Tab');
    await page.getByText('must be like +02:00').waitFor();
    await page.getByLabel('Offset, in seconds').fill('soon');
    await page.keyboard.press('Tab');
    await page.getByText('Give the offset as a number of seconds').waitFor();
    expect((await written(page)).settings['zone']).toBe('none');
  });

  it('take a clock’s drift, its zone and summer time by fields, each change at once', async () => {
    const page = await openSamples();
    await open(page, 'Clocks and stations');
    const folder = await page.getByRole('combobox', { name: 'Correct the clock of' }).inputValue();
    const of = async (part: string) => (await written(page)).settings[`clock.${folder}.${part}`];

    await page.getByText('that can be read both ways').waitFor();
    await page.getByLabel('The camera said, first moment').fill('2021-06-01T12:00:00');
    await page.getByLabel('when it was really, first moment').fill('2021-06-01T12:00:00');
    await page.getByLabel('The camera said, second moment').fill('2021-07-01T12:00:00');
    await page.getByText('until then nothing changes').waitFor();
    expect(await of('drift')).toBeUndefined();
    await page.getByLabel('Offset from UTC', { exact: true }).fill('America/Phoenix');
    await page.keyboard.press('Tab');
    expect(await of('zone')).toBe('-07:00');
    await page.getByLabel('when it was really, second moment').fill('2021-07-01T12:05:00');
    await page.keyboard.press('Tab');
    expect(await of('drift')).toBe(
      '2021-06-01T12:00:00/2021-06-01T12:00:00,2021-07-01T12:00:00/2021-07-01T12:05:00',
    );

    await page.getByRole('button', { name: 'Add a change of the clocks' }).click();
    await page.getByLabel('The clocks went, change 1').selectOption('forward by 1 hour');
    await page.getByLabel('From, change 1').fill('2021-03-28T02:00:00');
    await page.keyboard.press('Tab');
    expect(await of('saving')).toBe('2021-03-28T02:00:00/3600');

    await page.getByRole('button', { name: 'Undo setting' }).click();
    await page.getByRole('button', { name: 'No drift' }).click();
    expect([await of('saving'), await of('drift'), await of('zone')]).toEqual([
      undefined,
      undefined,
      '-07:00',
    ]);
  });
});

describe.each([
  ['a laptop in light', { width: 1280, height: 800 }, 'light' as const],
  ['a phone in the dark', { width: 390, height: 844 }, 'dark' as const],
])('on %s', (_, viewport, colorScheme) => {
  it('no part of the page breaks WCAG 2.2 A or AA, or is too wide', async () => {
    const page = await openSamples({ viewport, colorScheme, reducedMotion: 'reduce' });
    for (const section of sections) {
      await open(page, section);
      await page.getByRole('region', { name: /./ }).first().waitFor();
      expect(await violations(page), section).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, section).toBeLessThanOrEqual(viewport.width);
      if (process.env['FIELDSIFT_SHOTS']) {
        const name = `${section.replaceAll(' ', '-')}-${viewport.width}.png`;
        await page.screenshot({ path: join(process.env['FIELDSIFT_SHOTS'], name), fullPage: true });
      }
    }
  });
});
