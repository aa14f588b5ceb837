import type { Page } from 'playwright';

/** What has the focus is called by this name, as far as a test needs to know. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const labels = element instanceof HTMLInputElement ? element.labels : null;
    const name = element?.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element?.textContent;
    return (name ?? '').trim().replace(/\s+/g, ' ');
  });
}

/**
 * Presses Tab until something of that name has the focus.
 *
 * @throws Error when Tab never comes to it
 */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab');
    const focused = await focusedName(page);
    if (name.test(focused)) return;
    passed.push(focused);
  }
  throw new Error(`Tab never comes to ${String(name)}, only to ${passed.join('; ')}`);
}

/** Presses keys one after the other: names as Playwright has them, `Ctrl+z` too, and `type ` with a text. */
export async function pressAll(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    if (key.startsWith('type ')) await page.keyboard.type(key.slice(5));
    else await page.keyboard.press(key.replace('Ctrl+', 'Control+'));
  }
}
