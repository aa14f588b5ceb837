import type { BurstMark } from '../files/image/burstMark.ts';
import type { CaptureTime } from '../time/captureTime.ts';
import { captureTimeFromExif } from '../time/captureTimeFromExif.ts';
import type { ExifTagName, ExifTags } from '../files/image/exifTags.ts';
import type { ImageHeader, Orientation } from '../files/image/imageHeader.ts';
import { type ReconyxNote, readReconyxNote } from '../files/image/reconyxNote.ts';
import { gpsPosition } from './gpsPosition.ts';

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
  /** Its place in the camera's own burst; absent where the camera wrote none, and in records kept by older versions. */
  burst?: BurstMark | null;
}

/** Text up to its first NUL, trimmed; null for anything else and for blanks. Some cameras store text as bare bytes. */
function textOf(value: unknown): string | null {
  const text = value instanceof Uint8Array ? String.fromCharCode(...value.subarray(0, 256)) : value;
  return typeof text === 'string' ? text.replace(/\0.*$/s, '').trim() || null : null;
}

/** The value, or the first of a list, if it is a finite number. */
function numberOf(value: unknown): number | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'number' && Number.isFinite(first) ? first : null;
}

function orientationOf(value: unknown): Orientation {
  const number = numberOf(value);
  return number !== null && Number.isInteger(number) && number >= 1 && number <= 8
    ? (number as Orientation)
    : 1;
}

type DateTags = readonly [date: ExifTagName, subsecond: ExifTagName, offset: ExifTagName];

function exifTime(tags: ExifTags, [date, subsecond, offset]: DateTags): CaptureTime | null {
  const dateTime = textOf(tags[date]);
  if (dateTime === null) return null;
  return captureTimeFromExif({ dateTime, subsecond: textOf(tags[subsecond]), offset: textOf(tags[offset]) });
}

/** The capture time that exiftool calls DateTimeOriginal, else when the photo was digitised, else last changed. */
function captureTimeOf(tags: ExifTags, note: ReconyxNote | null): CaptureTime | null {
  return (
    exifTime(tags, ['DateTimeOriginal', 'SubSecTimeOriginal', 'OffsetTimeOriginal']) ??
    captureTimeFromExif({ dateTime: note?.dateTime ?? '', subsecond: null, offset: null }) ??
    exifTime(tags, ['CreateDate', 'SubSecTimeDigitized', 'OffsetTimeDigitized']) ??
    exifTime(tags, ['ModifyDate', 'SubSecTime', 'OffsetTime'])
  );
}

function serialOf({ SerialNumber, CameraSerialNumber }: ExifTags, note: ReconyxNote | null): string | null {
  return (
    textOf(SerialNumber) ??
    numberOf(SerialNumber)?.toString() ??
    textOf(CameraSerialNumber) ??
    numberOf(CameraSerialNumber)?.toString() ??
    textOf(note?.serial)
  );
}

/**
 * Turns raw EXIF tags and the container's header into metadata. Any tag may be missing or of a wrong type; what cannot
 * be understood becomes null, and an orientation outside 1-8 becomes 1.
 */
export function toPhotoMetadata(
  tags: ExifTags,
  header: Pick<ImageHeader, 'width' | 'height' | 'orientation'>,
): PhotoMetadata {
  const position = gpsPosition(tags);
  const make = textOf(tags.Make);
  const note = tags.MakerNote instanceof Uint8Array ? readReconyxNote(tags.MakerNote, make) : null;
  return {
    captureTime: captureTimeOf(tags, note),
    make,
    model: textOf(tags.Model),
    serial: serialOf(tags, note),
    orientation: header.orientation ?? orientationOf(tags.Orientation),
    width: header.width,
    height: header.height,
    latitude: position?.latitude ?? null,
    longitude: position?.longitude ?? null,
    ...(note?.burst ? { burst: note.burst } : {}),
  };
}
