import type { CameraData } from '../../core/photos/cameraData.ts';
import type { Media } from '../../core/photos/media.ts';
import { askCameraData } from '../../workers/cameraData/askCameraData.ts';

export type CameraDataState =
  | { kind: 'reading' }
  /** Its folder cannot be read. */
  | { kind: 'away' }
  | { kind: 'failed'; reason: string }
  | { kind: 'read'; data: CameraData };

/** Where the file of a photo comes from, and who reads it. */
export interface CameraDataSources {
  /** null where the photo's folder cannot be read. */
  openFile: (media: Media) => Promise<File | null>;
  read?: (file: File, signal: AbortSignal) => Promise<CameraData>;
}

/** What the file of one photo says of itself: read once, from the moment it is asked for. */
export class CameraDataReading {
  state = $state.raw<CameraDataState>({ kind: 'reading' });
  readonly #abort = new AbortController();

  constructor(media: Media, { openFile, read = askCameraData }: CameraDataSources) {
    this.#read(media, openFile, read).then(
      (state) => (this.state = state),
      (error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        this.state = { kind: 'failed', reason: reason.replace(/\.$/, '') };
      },
    );
  }

  async #read(
    media: Media,
    openFile: CameraDataSources['openFile'],
    read: NonNullable<CameraDataSources['read']>,
  ): Promise<CameraDataState> {
    const file = await openFile(media);
    if (!file) return { kind: 'away' };
    return { kind: 'read', data: await read(file, this.#abort.signal) };
  }

  /** Ends the reading. */
  stop(): void {
    this.#abort.abort();
  }
}
