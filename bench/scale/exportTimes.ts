import type { Page } from 'playwright';

/** What one target takes for a large survey. */
export interface ExportTime {
  /** Until every file of it is whole in memory, its judge included. */
  seconds: number;
  /** Million characters of text. */
  megacharacters: number;
}

/** Targets without pictures that hold a row or more for every photo. */
const targets = ['tables', 'megadetector', 'speciesnet', 'camtrap-dp', 'wildlife-insights', 'project'];

/** Makes every table of the open survey. @throws Error that names a target that fails */
export async function exportTimes(page: Page): Promise<Record<string, ExportTime>> {
  const times: Record<string, ExportTime> = {};
  for (const target of targets) {
    times[target] = await page.evaluate(async (name) => {
      const started = performance.now();
      const door = window.fieldsift;
      const { paths } = (await door?.prepareExport(name)) ?? { paths: [] };
      let characters = 0;
      for (const path of paths) {
        const content = await door?.readExport(path);
        if (content && 'text' in content) characters += content.text.length;
      }
      return { seconds: (performance.now() - started) / 1000, megacharacters: characters / 1e6 };
    }, target);
  }
  return times;
}
