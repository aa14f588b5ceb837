import type { Failure } from '../files/failure.ts';
import type { Damage } from '../files/image/damage.ts';
import type { PhotoMetadata } from './photoMetadata.ts';

/**
 * `pending`: found, not yet sifted. `done`: its model output is kept. `failed`: tried, with a reason.
 * A reload goes on with what is pending.
 */
export type MediaStatus = 'pending' | 'done' | 'failed';

/** One photo file of a project, as kept and as shown. What the model said of it lies apart, under its content key. */
export interface Media {
  /** `<folder id>/<path>`: the same file of the same dropped folder always has the same id. */
  id: string;
  projectId: string;
  /** The dropped folder this photo was found in. */
  folderId: string;
  /** Relative to what was dropped, with `/`, the dropped folder's own name first. */
  path: string;
  status: MediaStatus;
  /** Bytes; null until the file was opened. */
  size: number | null;
  /** ms since 1970, UTC; null until the file was opened. */
  modifiedAt: number | null;
  contentKey: string | null;
  /** How earlier versions name this content; absent where they name it alike. */
  edgeKey?: string;
  metadata: PhotoMetadata | null;
  failure: Failure | null;
  /** What is damaged in a photo that can be decoded all the same; absent for a sound one. */
  damage?: Damage;
}

/** A photo that was found but not opened yet. */
export function pendingMedia(projectId: string, folderId: string, path: string): Media {
  return {
    id: `${folderId}/${path}`,
    projectId,
    folderId,
    path,
    status: 'pending',
    size: null,
    modifiedAt: null,
    contentKey: null,
    metadata: null,
    failure: null,
  };
}

/** The file's own name, without its folders. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
