import type { Page } from 'playwright';
import { afterEach, describe, expect, it } from 'vitest';
import { launchApp, launchSifted, type AppWindow } from '../helpers/app.ts';
import { violations } from '../helpers/axe.ts';
import { tabTo } from '../helpers/keyboard.ts';

let app: AppWindow | undefined;
afterEach(() => app?.close());

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent.trim() ?? '');

async function expectFits(page: Page, what: string): Promise<void> {
  expect(await violations(page), what).toEqual([]);
  const { width, room } = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    room: document.documentElement.clientWidth,
  }));
  expect(width, `${what} is not too wide`).toBeLessThanOrEqual(room);
}

describe.each([
  ['a laptop in light', { width: 1280, height: 800 }, 'light' as const],
  ['a phone in the dark', { width: 390, height: 844 }, 'dark' as const],
])('on %s', (_, viewport, colorScheme) => {
  it('every dialog opens by keyboard, breaks no rule of WCAG 2.2 A or AA, and gives the focus back', async () => {
    app = await launchSifted({ viewport, colorScheme, reducedMotion: 'reduce' });
    const { page } = app;
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to the content');
    for (const name of [/^Export/, /^Share copies/, /^Import/, /^Start over/]) {
      await tabTo(page, name);
      await page.keyboard.press('Enter');
      await page.locator('dialog[open]').waitFor();
      // Its list is drawn a moment later, and is reached by the keyboard through its photos.
      if (name.test('Share copies')) await page.locator('[data-tile]').first().waitFor();
      const isInside = await page.evaluate(() => document.activeElement?.closest('dialog[open]') !== null);
      expect(isInside, `the focus is in ${String(name)}`).toBe(true);
      await expectFits(page, String(name));
      await page.keyboard.press('Escape');
      await page.locator('dialog[open]').waitFor({ state: 'detached' });
      expect(await focused(page)).toMatch(name);
    }
    await tabTo(page, /^Messages/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Messages' }).waitFor();
    await expectFits(page, 'messages');
    await page.keyboard.press('Escape');
  });

  it('nothing moves for those who want it still', async () => {
    app = await launchApp({ viewport, reducedMotion: 'reduce' });
    const { page } = app;
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) => {
          const { animationDuration, transitionDuration } = getComputedStyle(element);
          return [animationDuration, transitionDuration].some((text) =>
            text.split(',').some((part) => Number.parseFloat(part) > 0.001),
          );
        }).length,
    );
    expect(moving).toBe(0);
  });
});
