/** What a photo's EXIF says. */
export interface ExifFields {
  make: string;
  model: string;
  /** `YYYY-MM-DDTHH:MM:SS` on the camera's clock. */
  civil: string;
  /** Digits of the fraction of a second, or none. */
  subsecond: string | null;
  serial: string | null;
  orientation: 1 | 3 | 6 | 8;
  /** Degrees, north and east positive. */
  coordinates: { latitude: number; longitude: number } | null;
  /** Size in pixels as stored. */
  width: number;
  height: number;
}

type Entry = { tag: number; type: 1 | 2 | 3 | 4 | 5 | 7; count: number; bytes: number[] };

const short = (value: number): number[] => [value & 255, (value >> 8) & 255];
const long = (value: number): number[] => [...short(value & 0xffff), ...short(value >>> 16)];

function textEntry(tag: number, text: string): Entry {
  const bytes = [...Array.from(text, (character) => Math.min(126, character.codePointAt(0) ?? 32)), 0];
  return { tag, type: 2, count: bytes.length, bytes };
}

function shortEntry(tag: number, value: number): Entry {
  return { tag, type: 3, count: 1, bytes: short(value) };
}

function longEntry(tag: number, value: number): Entry {
  return { tag, type: 4, count: 1, bytes: long(value) };
}

function rationals(tag: number, values: readonly (readonly [number, number])[]): Entry {
  const bytes = values.flatMap(([numerator, denominator]) => [...long(numerator), ...long(denominator)]);
  return { tag, type: 5, count: values.length, bytes };
}

/** One directory at `offset` of the TIFF block; values longer than four bytes follow it. */
function directory(entries: readonly Entry[], offset: number): number[] {
  const sorted = entries.toSorted((a, b) => a.tag - b.tag);
  const head = [...short(sorted.length)];
  const tail: number[] = [];
  const tailOffset = offset + 2 + sorted.length * 12 + 4;
  for (const { tag, type, count, bytes } of sorted) {
    head.push(...short(tag), ...short(type), ...long(count));
    if (bytes.length <= 4) {
      head.push(...bytes, ...new Array<number>(4 - bytes.length).fill(0));
      continue;
    }
    head.push(...long(tailOffset + tail.length));
    tail.push(...bytes, ...(bytes.length % 2 === 1 ? [0] : []));
  }
  return [...head, 0, 0, 0, 0, ...tail];
}

function degrees(tag: number, value: number): Entry {
  const whole = Math.floor(Math.abs(value));
  const minutes = (Math.abs(value) - whole) * 60;
  const seconds = Math.round((minutes - Math.floor(minutes)) * 60 * 1000);
  return rationals(tag, [
    [whole, 1],
    [Math.floor(minutes), 1],
    [seconds, 1000],
  ]);
}

/** The payload of a JPEG's APP1 segment, from `Exif\0\0` on, little-endian. */
export function exifBlock(fields: ExifFields): Uint8Array {
  const stamp = fields.civil.replaceAll('-', ':').replace('T', ' ');
  const camera: Entry[] = [
    { tag: 0x9000, type: 7, count: 4, bytes: [48, 50, 51, 48] },
    textEntry(0x9003, stamp),
    textEntry(0x9004, stamp),
    longEntry(0xa002, fields.width),
    longEntry(0xa003, fields.height),
  ];
  if (fields.subsecond !== null) camera.push(textEntry(0x9291, fields.subsecond));
  if (fields.serial !== null) camera.push(textEntry(0xa431, fields.serial));
  const place: Entry[] = [];
  if (fields.coordinates) {
    const { latitude, longitude } = fields.coordinates;
    place.push({ tag: 0, type: 1, count: 4, bytes: [2, 3, 0, 0] });
    place.push(textEntry(1, latitude < 0 ? 'S' : 'N'), degrees(2, latitude));
    place.push(textEntry(3, longitude < 0 ? 'W' : 'E'), degrees(4, longitude));
  }
  const main = (cameraOffset: number, placeOffset: number): Entry[] => [
    textEntry(0x010e, 'Drawn by code, not photographed'),
    textEntry(0x010f, fields.make),
    textEntry(0x0110, fields.model),
    shortEntry(0x0112, fields.orientation),
    textEntry(0x0131, 'Fieldsift drawn samples'),
    textEntry(0x0132, stamp),
    longEntry(0x8769, cameraOffset),
    ...(place.length > 0 ? [longEntry(0x8825, placeOffset)] : []),
  ];
  const cameraOffset = 8 + directory(main(0, 0), 8).length;
  const cameraBytes = directory(camera, cameraOffset);
  const placeOffset = cameraOffset + cameraBytes.length;
  return Uint8Array.from([
    ...[0x45, 0x78, 0x69, 0x66, 0, 0, 0x49, 0x49, 42, 0, 8, 0, 0, 0],
    ...directory(main(cameraOffset, placeOffset), 8),
    ...cameraBytes,
    ...(place.length > 0 ? directory(place, placeOffset) : []),
  ]);
}
