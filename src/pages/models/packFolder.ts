import { fileKind, isJunkFolder } from '../../core/files/fileKind.ts';
import type { PhotoFolder } from '../../platform/folder.ts';
import { readText } from '../../platform/textFile.ts';
import { openInAnyCase } from './anyCase.ts';
import { manifestName, type PackSource } from './packSource.ts';
import { recipeName } from './recipeImport.ts';

/** What a dropped folder is: photos, a pack with a manifest, a model without one, or a recipe beside its packs. */
export type FolderContent =
  | { kind: 'photos' }
  | { kind: 'pack'; source: PackSource }
  | { kind: 'bare'; paths: string[]; source: PackSource }
  | { kind: 'recipe'; source: PackSource; packs: PackSource[] };

/** Keys of a pack's manifest; web apps and extensions have a manifest.json too, but not two of these. */
const packKeys = ['schemaVersion', 'task', 'input', 'output', 'labels', 'files', 'thresholds'];

/** Keys of a recipe. */
const recipeKeys = ['schemaVersion', 'kind', 'detector', 'classifiers', 'gate', 'species', 'models', 'model'];

/** Whether a file at the top of a folder has at least two of some keys; false where there is none. */
async function hasKeys(
  folder: PhotoFolder,
  name: string,
  keys: readonly string[],
): Promise<boolean | 'unclear'> {
  const file = await openInAnyCase(folder, name).catch(() => null);
  if (!file || file.size > 4_000_000) return false;
  try {
    const value: unknown = JSON.parse(await readText(file));
    if (typeof value !== 'object' || value === null) return 'unclear';
    return keys.filter((key) => key in value).length >= 2 ? true : 'unclear';
  } catch {
    return 'unclear';
  }
}

/** The packs in folders of their own beside a recipe. */
async function packsBeside(folder: PhotoFolder): Promise<PackSource[]> {
  const names: string[] = [];
  for await (const { path } of folder.walk(isJunkFolder)) {
    const [name = '', file, ...deeper] = path.split('/');
    if (file?.toLowerCase() === manifestName && deeper.length === 0) names.push(name);
  }
  return names.sort().map((name) => ({ name, open: (path) => openInAnyCase(folder, `${name}/${path}`) }));
}

async function hasPhotosAtTop(folder: PhotoFolder): Promise<boolean> {
  for await (const { path } of folder.walk(() => true)) if (fileKind(path).kind === 'photo') return true;
  return false;
}

/** The models at the top of a folder; none when it holds a photo, which is then what it is for. */
async function modelsAtTop(folder: PhotoFolder): Promise<string[]> {
  const models: string[] = [];
  for await (const { path } of folder.walk(() => true)) {
    if (fileKind(path).kind === 'photo') return [];
    if (/^[^.].*\.onnx$/i.test(path)) models.push(path);
  }
  return models;
}

/**
 * Tells what a dropped folder is for. A folder of photos stays one, whatever manifest.json it happens to hold.
 * Only its top is looked at, and beside a recipe the folders there.
 */
export async function folderContent(folder: PhotoFolder): Promise<FolderContent> {
  const source: PackSource = { name: folder.name, open: (path) => openInAnyCase(folder, path) };
  const isPack = await hasKeys(folder, manifestName, packKeys);
  if (isPack === true) return { kind: 'pack', source };
  const isRecipe = (await hasKeys(folder, recipeName, recipeKeys)) === true;
  if (isRecipe && !(await hasPhotosAtTop(folder))) {
    return { kind: 'recipe', source, packs: await packsBeside(folder) };
  }
  const paths = await modelsAtTop(folder);
  if (paths.length === 0) return { kind: 'photos' };
  return isPack === 'unclear' ? { kind: 'pack', source } : { kind: 'bare', paths, source };
}
