import type { CaptureTimeSource } from '../../core/time/captureTime.ts';
import type { Photo } from '../../core/media/photo.ts';

const sources: Record<CaptureTimeSource, string> = {
  exif: '',
  filename: ' (from the file name)',
  modified: ' (from the file’s modification time)',
};

/** When a photo was taken, by its camera's corrected clock, and where that was read. */
export function captureTimeInWords(photo: Photo): string {
  const { captureTime } = photo;
  return captureTime ? captureTime.civil.replace('T', ' ') + sources[captureTime.source] : 'no time known';
}
