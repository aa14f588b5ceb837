import { foldersFromFiles } from './fileList.ts';
import { folderFromHandle, type PhotoFolder } from './folder.ts';

type PermissionState = 'granted' | 'denied' | 'prompt';

interface HandleWithPermission {
  queryPermission?(descriptor: { mode: 'read' }): Promise<PermissionState>;
  requestPermission?(descriptor: { mode: 'read' }): Promise<PermissionState>;
}

type WindowWithPicker = Window & {
  showDirectoryPicker?: (options: { id: string; mode: 'read' }) => Promise<FileSystemDirectoryHandle>;
};

/**
 * Lets the person choose a folder, by the picker that can be remembered or else by a file input.
 *
 * @returns no folder when the person closed the picker
 * @throws DOMException when the browser refuses the folder (system folders, for example)
 */
export async function pickFolder(): Promise<PhotoFolder[]> {
  const { showDirectoryPicker } = window as WindowWithPicker;
  if (!showDirectoryPicker) return pickByInput();
  try {
    return [folderFromHandle(await showDirectoryPicker.call(window, { id: 'photos', mode: 'read' }))];
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return [];
    throw error;
  }
}

function pickByInput(): Promise<PhotoFolder[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.webkitdirectory = true;
    input.addEventListener('change', () => resolve(foldersFromFiles(input.files ?? [], 'Photos')));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

/** Whether a folder kept from an earlier visit may be read: at once, after asking, or not at all. */
export async function folderPermission(handle: FileSystemDirectoryHandle): Promise<PermissionState> {
  return (await (handle as HandleWithPermission).queryPermission?.({ mode: 'read' })) ?? 'granted';
}

/** Asks the person; only inside a click. */
export async function requestFolder(handle: FileSystemDirectoryHandle): Promise<PermissionState> {
  return (await (handle as HandleWithPermission).requestPermission?.({ mode: 'read' })) ?? 'granted';
}
