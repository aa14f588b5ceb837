import type { Failure } from '../core/failure.ts';
import type { Media } from '../core/media/media.ts';
import type { PhotoFolder } from '../platform/folder.ts';

export type Opened = { file: File } | { failure: Failure } | { lost: string };

/** The folders that can be read right now, by their id in the survey. */
export class FolderAccess {
  readonly #folders = new Map<string, PhotoFolder>();

  connect(folderId: string, folder: PhotoFolder): void {
    this.#folders.set(folderId, folder);
  }

  clear(): void {
    this.#folders.clear();
  }

  isConnected(folderId: string): boolean {
    return this.#folders.has(folderId);
  }

  /** Opens a photo; tells a file that is gone from a card that was pulled out, which must not fail the whole card. */
  async open(media: Media): Promise<Opened> {
    const folder = this.#folders.get(media.folderId);
    if (!folder) return { lost: 'not connected' };
    try {
      return { file: await folder.open(pathInFolder(media)) };
    } catch (error) {
      const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      if (!(await canStillList(folder))) return { lost: detail };
      return { failure: { code: detail.startsWith('NotFoundError') ? 'changed' : 'unreadable', detail } };
    }
  }
}

/** The path below the folder: the first part of a media path is the folder's own name. */
export function pathInFolder(media: Pick<Media, 'path'>): string {
  return media.path.slice(media.path.indexOf('/') + 1);
}

async function canStillList(folder: PhotoFolder): Promise<boolean> {
  const first = await folder.walk(() => false).next();
  return first.done !== true && !('unreadable' in first.value);
}
