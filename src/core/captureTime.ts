/** Where a capture time was read from, best first. */
export type CaptureTimeSource = 'exif' | 'filename' | 'modified';

/**
 * The civil time on the camera's clock when the photo was taken.
 * It has no zone of its own (EXIF has none), so it never passes through a `Date` in the reader's zone.
 */
export interface CaptureTime {
  /** `YYYY-MM-DDTHH:MM:SS`. */
  civil: string;
  /** Digits of the fraction of a second as the camera wrote them, for example `'07'` for 0.07 s. */
  subsecond: string | null;
  /** UTC offset as the camera wrote it, for example `+02:00`; most camera traps write none. */
  offset: string | null;
  source: CaptureTimeSource;
}
