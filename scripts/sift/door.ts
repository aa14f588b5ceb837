import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Page } from 'playwright';
import type { DoorImport } from '../../src/app/script/importDoor.ts';
import type { DoorStatus, DoorSummary } from '../../src/app/script/machineDoor.ts';
import { dropFolders } from './drop.ts';

const answerLimit = 120_000;
/** Longer than the page itself gives a model. */
const packLimit = 400_000;
/** Files of several hundred megabytes are read, and photos whose content nobody knows yet are opened. */
const importLimit = 3_600_000;
const noDoor = 'The page has lost its door for machines (window.fieldsift).';

/** Fails when the page does not answer in time, instead of waiting for ever. */
function answered<Value>(question: Promise<Value>, limit = answerLimit): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The page does not answer.')), limit);
  });
  return Promise.race([question, late]).finally(() => clearTimeout(timer));
}

/** How far the page is. */
export async function readStatus(page: Page): Promise<DoorStatus> {
  const status = await answered(page.evaluate(() => window.fieldsift?.status() ?? null));
  if (status === null) throw new Error(noDoor);
  return status;
}

/** Waits until the page is ready, and changes its settings by name. @throws Error that names a wrong setting */
export async function prepare(page: Page, settings: Record<string, string>): Promise<void> {
  await page.waitForFunction(() => window.fieldsift !== undefined, undefined, { timeout: 60_000 });
  await answered(page.evaluate(() => window.fieldsift?.ready));
  const refused = await answered(
    page.evaluate((changes) => {
      try {
        window.fieldsift?.applySettings(changes);
        return null;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    }, settings),
  );
  if (refused !== null) throw new Error(`--set: ${refused}`);
}

/** Gives the page tables of stations and of truth. @throws Error with what is wrong with a table */
export async function giveTables(
  page: Page,
  files: { stations: string | null; truth: string | null },
): Promise<void> {
  for (const name of ['stations', 'truth'] as const) {
    const path = files[name];
    if (path === null) continue;
    const given = { name, csv: await readFile(path, 'utf8') };
    const refused = await answered(
      page.evaluate((table) => {
        try {
          if (table.name === 'stations') window.fieldsift?.takeStations(table.csv);
          else window.fieldsift?.takeTruth(table.csv);
          return null;
        } catch (error) {
          return error instanceof Error ? error.message : String(error);
        }
      }, given),
    );
    if (refused !== null) throw new Error(`--${name}: ${refused}`);
  }
}

/** Has the page look at the photos by which clocks can be checked. */
export async function checkClocks(page: Page): Promise<void> {
  await answered(page.evaluate(() => window.fieldsift?.checkClocks()));
}

async function dropPack(page: Page, pack: string, order: 'usePack' | 'addPack'): Promise<void> {
  const used = page.evaluate(async (wanted) => {
    try {
      await window.fieldsift?.[wanted]();
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }, order);
  await dropFolders(page, [pack]);
  const refused = await answered(used, packLimit);
  if (refused !== null) throw new Error(`--pack: ${refused}`);
}

/** Drops a model pack and waits until the page uses it. @throws Error with what is wrong with the pack */
export function usePack(page: Page, pack: string): Promise<void> {
  return dropPack(page, pack, 'usePack');
}

/** Drops a model pack for a recipe and waits until the page has it. @throws as `usePack` */
export function addPack(page: Page, pack: string): Promise<void> {
  return dropPack(page, pack, 'addPack');
}

/** Has the page use a recipe of packs that it has. @throws Error with what is wrong with the recipe */
export async function useRecipe(page: Page, recipe: unknown): Promise<void> {
  const refused = await answered(
    page.evaluate(async (value) => {
      try {
        await window.fieldsift?.useRecipe(value);
        return null;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    }, recipe),
  );
  if (refused !== null) throw new Error(`--recipe: ${refused}`);
}

/** Has the page read what was dropped to the end, but sift no further. @throws Error when it found no photo */
export async function readOnly(page: Page): Promise<void> {
  const isRead = (): boolean => {
    const { phase, total } = window.fieldsift?.status() ?? { phase: 'empty', total: 0 };
    return phase !== 'reading' && total > 0;
  };
  await page.waitForFunction(isRead, undefined, { timeout: answerLimit }).catch(() => {
    throw new Error('The page found no photo in what was dropped on it.');
  });
  await answered(page.evaluate(() => window.fieldsift?.halt()));
}

/** Drops files of another program and waits until the page has taken them in. */
export async function takeImport(page: Page, path: string): Promise<DoorImport[]> {
  const taken = page.evaluate(() => window.fieldsift?.importNext() ?? null);
  await dropFolders(page, [path]);
  const imports = await answered(taken, importLimit);
  if (imports === null) throw new Error(noDoor);
  return imports;
}

/** Has the page sift what is left. */
export async function siftRest(page: Page): Promise<void> {
  await answered(page.evaluate(() => window.fieldsift?.start()));
}

/** Writes the tables that are written always. */
async function saveTables(page: Page, out: string): Promise<string[]> {
  const names = await answered(page.evaluate(() => window.fieldsift?.exportNames() ?? []));
  for (const name of names) {
    const content = await answered(
      page.evaluate((wanted) => window.fieldsift?.exportFile(wanted) ?? '', name),
    );
    await writeFile(join(out, basename(name)), content);
  }
  return names;
}

/** What was written, and what could not be and why. */
export interface SavedExports {
  names: string[];
  refused: { target: string; reasons: readonly string[] }[];
}

async function saveTarget(page: Page, out: string, target: string): Promise<SavedExports> {
  const plan = await answered(
    page.evaluate((wanted) => window.fieldsift?.prepareExport(wanted) ?? null, target),
  );
  if (plan === null) throw new Error(noDoor);
  const reasons = [...plan.refusals];
  const names: string[] = [];
  for (const path of plan.paths) {
    const content = await answered(
      page.evaluate((wanted) => window.fieldsift?.readExport(wanted) ?? null, path),
    ).catch((error: unknown) => {
      reasons.push(error instanceof Error ? error.message : String(error));
      return null;
    });
    if (content === null) continue;
    const file = join(out, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, 'text' in content ? content.text : Buffer.from(content.base64, 'base64'));
    names.push(path);
  }
  return { names, refused: reasons.length > 0 ? [{ target, reasons }] : [] };
}

/**
 * Writes exports to a folder: the tables of photos and sequences always, and those that are asked for.
 *
 * @param targets by name; `all` for every one
 */
export async function saveExports(
  page: Page,
  out: string,
  targets: readonly string[],
): Promise<SavedExports> {
  const known = await answered(page.evaluate(() => window.fieldsift?.exportTargets() ?? []));
  const saved: SavedExports = { names: await saveTables(page, out), refused: [] };
  for (const target of targets.includes('all') ? known : targets) {
    const { names, refused } = await saveTarget(page, out, target);
    saved.names.push(...names.filter((name) => !saved.names.includes(name)));
    saved.refused.push(...refused);
  }
  return saved;
}

/** What the page says of the whole run. */
export async function readSummary(page: Page): Promise<DoorSummary> {
  const summary = await answered(page.evaluate(() => window.fieldsift?.summary() ?? null));
  if (summary === null) throw new Error(noDoor);
  return summary;
}
