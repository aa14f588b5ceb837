import { fileKind } from '../core/files/fileKind.ts';
import { foldersFromFiles } from './fileList.ts';
import { folderFromEntry, folderFromHandle, type PhotoFolder } from './folder.ts';

type ItemWithHandle = DataTransferItem & { getAsFileSystemHandle?: () => Promise<FileSystemHandle | null> };

/** What was dropped: folders (loose photos in one of their own), and single files that are no photos. */
export interface Dropped {
  folders: PhotoFolder[];
  /** Models, and archives, which may hold something else. */
  modelFiles: File[];
  /** Other files dropped together with models, which may belong to them: weights, names of classes. */
  besideModels?: File[];
  /** Tables, results of other programs, project files. */
  otherFiles: File[];
}

/** The kinds of file a model, or a recipe of several, comes in. */
export function isModelFile({ name }: { name: string }): boolean {
  return /\.(?:onnx|zip)$|^recipe.*\.json$/i.test(name);
}

/** The kinds of file that are for the survey's photos: results of other programs, tables, project files. */
function isDataFile({ name }: { name: string }): boolean {
  return /\.(?:json|csv|tsv|txt|fieldsift|xlsx?|ods|ddb|db|sqlite)$/i.test(name);
}

/** Sorts single files. */
export function sortFiles(files: readonly File[]): {
  photos: File[];
  modelFiles: File[];
  otherFiles: File[];
} {
  const modelFiles = files.filter(isModelFile);
  const otherFiles = files.filter((file) => !isModelFile(file) && isDataFile(file));
  return { modelFiles, otherFiles, photos: files.filter((file) => !isModelFile(file) && !isDataFile(file)) };
}

/**
 * The folders and models in a drop. Must be called inside the `drop` handler: the browser empties the list when it returns,
 * so every handle is asked for before the first `await`.
 *
 * @param looseName the name of the folder that stands for photos dropped on their own
 */
export async function droppedFolders(transfer: DataTransfer, looseName: string): Promise<Dropped> {
  const items = [...transfer.items].filter((item) => item.kind === 'file') as ItemWithHandle[];
  const looseFiles = [...transfer.files];
  const entries = items.map((item) => item.webkitGetAsEntry());
  const asked = items.map(
    (item) => item.getAsFileSystemHandle?.().catch(() => null) ?? Promise.resolve(null),
  );
  const handles = await Promise.all(asked);
  const folders: PhotoFolder[] = [];
  const loose: File[] = [];
  items.forEach((_, index) => {
    const handle = handles[index];
    const entry = entries[index];
    const file = looseFiles[index];
    const directory = handle?.kind === 'directory' ? (handle as FileSystemDirectoryHandle) : null;
    if (entry?.isDirectory) folders.push(folderFromEntry(entry as FileSystemDirectoryEntry, directory));
    else if (directory) folders.push(folderFromHandle(directory));
    else if (file) loose.push(file);
  });
  const { photos, modelFiles, otherFiles } = sortFiles(loose);
  const others = loose.filter((file) => !modelFiles.includes(file));
  const hasModel = modelFiles.some(({ name }) => /\.onnx$/i.test(name));
  if (hasModel && !others.some(({ name }) => fileKind(name).kind === 'photo')) {
    return { folders, modelFiles, otherFiles: [], besideModels: others };
  }
  return { folders: [...folders, ...foldersFromFiles(photos, looseName)], modelFiles, otherFiles };
}
