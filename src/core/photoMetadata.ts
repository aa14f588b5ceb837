import type { CaptureTime } from './captureTime.ts';

/** EXIF orientation, 1-8: 1 upright, 3 turned by 180°, 6 and 8 turned by 90°, the even ones mirrored. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** What a photo file says of itself, without decoding its pixels. */
export interface PhotoMetadata {
  captureTime: CaptureTime | null;
  make: string | null;
  model: string | null;
  serial: string | null;
  orientation: Orientation;
  /** Pixels as stored, before orientation is applied; null when the header could not be read. */
  width: number | null;
  height: number | null;
  /** Decimal degrees, WGS 84, south and west negative. */
  latitude: number | null;
  longitude: number | null;
}
