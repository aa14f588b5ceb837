import type { Page } from 'playwright';
import { figureOf, type Figure } from '../report/figures.ts';
import { TaskTime } from './taskTime.ts';

/** Settings that are moved or typed while a person watches what follows, and values that each differ from the last. */
const moved: Readonly<Record<string, readonly string[]>> = {
  animal: ['0.31', '0.35', '0.42', '0.55', '0.61', '0.48', '0.52'],
  person: ['0.31', '0.35', '0.42', '0.55', '0.61', '0.48', '0.52'],
  'gate.person': ['0.11', '0.15', '0.22', '0.35', '0.41', '0.28', '0.32'],
  'triage.accept': ['0.81', '0.85', '0.82', '0.95', '0.91', '0.88', '0.92'],
  gap: ['30', '60', '90', '120', '45', '75', '50'],
  'gate.neighbours': ['30', '60', '90', '120', '45', '75', '50'],
};

/** Changes one setting and waits for the next picture. */
async function change(page: Page, name: string, value: string): Promise<void> {
  await page.evaluate(
    ([setting, to]) =>
      new Promise((resolve) => {
        window.fieldsift?.applySettings({ [setting]: to });
        requestAnimationFrame(() => setTimeout(resolve));
      }),
    [name, value] as const,
  );
}

/** How long the page is busy between a changed setting and the picture that shows it, in ms of processor time. */
export async function settingTimes(page: Page): Promise<Record<string, Figure>> {
  const tasks = await TaskTime.of(page);
  const figures: Record<string, Figure> = {};
  for (const [name, values] of Object.entries(moved)) {
    const times: number[] = [];
    // The first change only warms up.
    await change(page, name, values.at(-1) ?? '');
    for (const value of values) {
      await page.waitForTimeout(600); // what waits for the hand to rest is over
      const before = await tasks.milliseconds();
      await change(page, name, value);
      times.push((await tasks.milliseconds()) - before);
    }
    figures[name] = figureOf(times);
  }
  await tasks.close();
  return figures;
}
