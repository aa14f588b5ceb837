import { foldersFromFiles } from '../../src/platform/fileList.ts';
import type { PhotoFolder } from '../../src/platform/folder.ts';
import type { PackFiles } from '../fixtures/pack.ts';

/** Files in memory as a folder that a person dropped. */
export function droppedFolder(files: PackFiles): PhotoFolder {
  const listed = Object.entries(files).map(([path, content]) => {
    const file = new File([content], path.slice(path.lastIndexOf('/') + 1));
    return Object.defineProperty(file, 'webkitRelativePath', { value: `Dropped/${path}` });
  });
  const [folder] = foldersFromFiles(listed, 'Dropped');
  if (!folder) throw new Error('no folder');
  return folder;
}
