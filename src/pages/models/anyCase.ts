import { isJunkFolder } from '../../core/files/fileKind.ts';
import type { PhotoFolder } from '../../platform/folder.ts';

/** The path of a file as the folder has it, whatever the case of its letters; null when there is none. */
async function pathInAnyCase(folder: PhotoFolder, wanted: string): Promise<string | null> {
  const isDeep = wanted.includes('/');
  for await (const { path } of folder.walk(isDeep ? isJunkFolder : () => true)) {
    if (path.toLowerCase() === wanted.toLowerCase()) return path;
  }
  return null;
}

/**
 * Opens a file of a folder, whatever the case of the letters in its name: cards and Windows change it.
 *
 * @throws DOMException as `PhotoFolder.open`
 */
export async function openInAnyCase(folder: PhotoFolder, wanted: string): Promise<File> {
  // Also a file of this very folder.
  const path = wanted.replace(/^(?:\.\/)+/, '');
  try {
    return await folder.open(path);
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'NotFoundError') throw error;
    const found = await pathInAnyCase(folder, path);
    if (found === null) throw error;
    return folder.open(found);
  }
}
