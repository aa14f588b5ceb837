import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseRecipe } from '../../src/core/decisions/recipes/parseRecipe.ts';
import { modelsOf, type ModelReference } from '../../src/core/decisions/recipes/recipe.ts';

/** A recipe file, and the packs it names that were found on the disk. */
export interface RecipeFile {
  value: unknown;
  /** Absolute paths of folders and .zip files. */
  packs: string[];
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return null;
  }
}

/** The packs in the folders beside a file, by their id and version. */
async function packsBeside(folder: string): Promise<{ path: string; id: unknown; version: unknown }[]> {
  const packs = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const path = join(folder, entry.name);
    const manifest = (await readJson(join(path, 'manifest.json'))) as Record<string, unknown> | null;
    if (manifest) packs.push({ path, id: manifest['id'], version: manifest['version'] });
  }
  return packs;
}

/**
 * Reads a recipe and looks for its packs: where their `path` says, else among the folders beside the file by their id.
 * One that is not found may be built in, or known from an earlier run: the page says so if not.
 *
 * @throws Error when there is no such file, it is no recipe, or a path leads nowhere
 */
export async function readRecipe(file: string): Promise<RecipeFile> {
  const value = await readJson(file);
  if (value === null) throw new Error(`--recipe: "${file}" does not exist, or is no JSON.`);
  const recipe = parseRecipe(value);
  const folder = dirname(file);
  const beside = await packsBeside(folder);
  const packs: string[] = [];
  for (const { id, version, path } of modelsOf<ModelReference>(recipe)) {
    if (path !== undefined) {
      const pack = resolve(folder, path);
      if (!(await stat(pack).catch(() => null))) throw new Error(`--recipe: there is no pack at "${pack}".`);
      packs.push(pack);
      continue;
    }
    const found = beside.find(
      (pack) => pack.id === id && (version === undefined || pack.version === version),
    );
    if (found) packs.push(found.path);
  }
  return { value, packs: [...new Set(packs)] };
}
