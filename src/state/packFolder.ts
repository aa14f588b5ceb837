import { fileKind } from '../core/media/fileKind.ts';
import type { PhotoFolder } from '../platform/folder.ts';
import { manifestName, type PackSource } from './packReader.ts';

/** What a dropped folder is: photos, a pack with a manifest, or a model without one. */
export type FolderContent =
  | { kind: 'photos' }
  | { kind: 'pack'; source: PackSource }
  | { kind: 'bare'; paths: string[]; source: PackSource };

/** Keys of a pack's manifest; web apps and extensions have a manifest.json too, but not two of these. */
const packKeys = ['schemaVersion', 'task', 'input', 'output', 'labels', 'files', 'thresholds'];

async function looksLikePack(folder: PhotoFolder): Promise<boolean | 'unclear'> {
  const file = await folder.open(manifestName).catch(() => null);
  if (!file || file.size > 4_000_000) return false;
  try {
    const value: unknown = JSON.parse((await file.text()).replace(/^\uFEFF/, ''));
    if (typeof value !== 'object' || value === null) return 'unclear';
    return packKeys.filter((key) => key in value).length >= 2 ? true : 'unclear';
  } catch {
    return 'unclear';
  }
}

/** The models at the top of a folder; none when it holds a photo, which is then what it is for. */
async function modelsAtTop(folder: PhotoFolder): Promise<string[]> {
  const models: string[] = [];
  for await (const { path } of folder.walk(() => true)) {
    if (fileKind(path).kind === 'photo') return [];
    if (/\.onnx$/i.test(path)) models.push(path);
  }
  return models;
}

/**
 * Tells what a dropped folder is for. A folder of photos stays one, whatever manifest.json it happens to hold.
 * Only its top is looked at.
 */
export async function folderContent(folder: PhotoFolder): Promise<FolderContent> {
  const source: PackSource = { name: folder.name, open: (path) => folder.open(path) };
  const isPack = await looksLikePack(folder);
  if (isPack === true) return { kind: 'pack', source };
  const paths = await modelsAtTop(folder);
  if (paths.length === 0) return { kind: 'photos' };
  return isPack === 'unclear' ? { kind: 'pack', source } : { kind: 'bare', paths, source };
}
