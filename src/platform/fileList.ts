import type { PhotoFolder } from './folder.ts';

function folderOf(name: string, files: ReadonlyMap<string, File>): PhotoFolder {
  return {
    name,
    handle: null,
    // eslint-disable-next-line @typescript-eslint/require-await -- one shape for every way a folder comes
    walk: async function* (skip) {
      for (const path of files.keys()) {
        if (!path.split('/').slice(0, -1).some(skip)) yield { path };
      }
    },
    open: (path) => {
      const file = files.get(path);
      return file ? Promise.resolve(file) : Promise.reject(new DOMException(path, 'NotFoundError'));
    },
  };
}

/**
 * Folders from `<input webkitdirectory>`, where the browser has already listed everything; loose photos become one
 * folder named `looseName`. A second photo of one path, as from the results of a search, is of a second folder.
 */
export function foldersFromFiles(files: Iterable<File>, looseName: string): PhotoFolder[] {
  const byRoot = new Map<string, Map<string, File>[]>();
  for (const file of files) {
    const path = file.webkitRelativePath || `${looseName}/${file.name}`;
    const cut = path.indexOf('/');
    const root = path.slice(0, cut);
    const below = path.slice(cut + 1);
    const folders = byRoot.get(root) ?? [];
    byRoot.set(root, folders);
    const folder = folders.find((each) => !each.has(below));
    if (folder) folder.set(below, file);
    else folders.push(new Map([[below, file]]));
  }
  return [...byRoot].flatMap(([name, folders]) => folders.map((contents) => folderOf(name, contents)));
}
