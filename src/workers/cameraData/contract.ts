import type { CameraData } from '../../core/photos/cameraData.ts';

/** What the page asks of the worker. */
export interface CameraDataWorker {
  /** Rejects for a file that cannot be read; may never settle for a hostile one. */
  read(file: Blob): Promise<CameraData>;
}
