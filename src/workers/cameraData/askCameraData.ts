import { readImageHeader } from '../../core/files/image/imageHeader.ts';
import { readTiffTags } from '../../core/files/image/tiffTags.ts';
import { cameraEntries, type CameraData } from '../../core/photos/cameraData.ts';
import { askOnce, WorkerEndedError } from '../workerHandle.ts';
import type { CameraDataWorker } from './contract.ts';

/** What our own reader, which always returns, finds in a file that a worker did not get through. */
async function ownData(file: Blob): Promise<CameraData> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { exif, format, width, height } = readImageHeader(bytes);
  const tags = exif ? readTiffTags(bytes.subarray(exif.start, exif.end)) : {};
  const all = cameraEntries(tags);
  const blocks: CameraData['blocks'] = [
    { name: 'file', entries: cameraEntries({ FileType: format, ImageWidth: width, ImageHeight: height }) },
    { name: 'exif', entries: all.filter(({ name }) => !name.startsWith('GPS')) },
    { name: 'gps', entries: all.filter(({ name }) => name.startsWith('GPS')) },
  ];
  return {
    blocks: blocks.filter(({ entries }) => entries.length > 0),
    isDamaged: true,
    reach: 'all',
    hasUnknownNote: false,
  };
}

/**
 * All that a photo file says of itself. Each file is read in a worker of its own: exifr never returns from some damaged
 * files, and what it did to the objects of its worker ends with it.
 *
 * @param patience ms; a sound photo takes less than one second
 * @throws the signal's reason; DOMException for a file that cannot be read
 */
export async function askCameraData(file: Blob, signal: AbortSignal, patience = 10_000): Promise<CameraData> {
  try {
    return await askOnce<CameraDataWorker, CameraData>(
      () =>
        new Worker(new URL('./cameraData.worker.ts', import.meta.url), {
          type: 'module',
          name: 'camera data',
        }),
      (remote) => remote.read(file),
      { patience, signal },
    );
  } catch (error) {
    if (error instanceof WorkerEndedError) return ownData(file);
    throw error;
  }
}
