import { afterEach, describe, expect, it } from 'vitest';
import { launchApp, type AppWindow } from '../helpers/app.ts';
import { violations } from '../helpers/axe.ts';
import { finishRun } from '../helpers/run.ts';

let app: AppWindow | undefined;
afterEach(() => app?.close());

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it.each([
    ['a laptop', { width: 1280, height: 800 }],
    ['a phone', { width: 390, height: 844 }],
  ])('no screen breaks WCAG 2.2 A or AA on %s', async (_, viewport) => {
    app = await launchApp({ viewport, colorScheme, reducedMotion: 'reduce' });
    const { page } = app;
    expect(await violations(page)).toEqual([]);

    await page.getByRole('button', { name: 'Try it with sample photos' }).click();
    await page.getByRole('heading', { name: 'Sifting' }).waitFor();
    // What changes while it is judged is judged by the colours of two moments; what is wrong stays wrong.
    await expect.poll(() => violations(page), { message: 'sifting', timeout: 10_000 }).toEqual([]);

    await finishRun(page);
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByLabel(/Longest gap/).waitFor();
    expect(await violations(page)).toEqual([]);

    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByLabel('From day').waitFor();
    // Only cards near the screen are drawn, and on a phone the settings fill it.
    await page.getByRole('region', { name: 'Sequences', exact: true }).scrollIntoViewIfNeeded();
    await page
      .getByRole('checkbox', { name: /^Choose/ })
      .first()
      .evaluate((box: HTMLInputElement) => box.click());
    await page.getByRole('toolbar', { name: 'Chosen sequences' }).waitFor();
    expect(await violations(page), 'grid, filters and selection').toEqual([]);
    await page.getByRole('button', { name: 'None', exact: true }).click();

    await page.getByRole('button', { name: /^Review \d/ }).click();
    const table = page.getByRole('dialog', { name: 'Photo' });
    await table.locator('.pixels img').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^photo 1/);
    await page.keyboard.press('/');
    await page.keyboard.type('red fox');
    await table.getByRole('option').first().waitFor();
    expect(await violations(page), 'light table').toEqual([]);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+N');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByRole('heading', { name: 'Keys for review' }).waitFor();
    expect(await violations(page), 'keys').toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await table.waitFor({ state: 'hidden' });
    await page.getByLabel('Order').selectOption('alike');
    await page.waitForFunction(() => location.hash.includes('alike'));
    expect(await violations(page), 'alike together').toEqual([]);

    await page.getByRole('button', { name: 'Start over…' }).click();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await page.getByRole('link', { name: 'Understand' }).click();
    for (const view of ['Wildlife', 'Cameras', 'The machine', 'Species notes']) {
      await page.getByRole('link', { name: view }).click();
      await page.locator(`nav a[aria-current="true"]:text-is("${view}")`).waitFor();
      expect(await violations(page)).toEqual([]);
      const viewWidth = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(viewWidth, `nothing on ${view} is wider`).toBeLessThanOrEqual(viewport.width);
    }

    await page.getByRole('link', { name: 'Models' }).click();
    await page.getByRole('heading', { name: 'Models', level: 1 }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Models');
    await page.getByText('3 classes').click();
    expect(await violations(page)).toEqual([]);
    const pageWidth = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(pageWidth, 'nothing on the page of models is wider').toBeLessThanOrEqual(viewport.width);

    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, 'nothing is wider than the screen').toBeLessThanOrEqual(viewport.width);
  });
});
