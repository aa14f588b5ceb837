/** A value as a TIFF directory stores it. */
export type TiffValue =
  | { ascii: string }
  | { bytes: number[] }
  | { shorts: number[] }
  | { longs: number[] }
  | { rationals: [numerator: number, denominator: number][] };

/** Tag numbers with their values. */
export type TiffDirectory = Record<number, TiffValue>;

export interface TiffFixture {
  image?: TiffDirectory;
  exif?: TiffDirectory;
  gps?: TiffDirectory;
  littleEndian?: boolean;
}

const latin1 = (text: string): number[] => Array.from(text, (sign) => sign.charCodeAt(0));

/** Writes a TIFF block as cameras put it into EXIF: main directory, then those of EXIF and GPS. */
export function tiffBlock({ image = {}, exif, gps, littleEndian = true }: TiffFixture): Uint8Array {
  const number = (value: number, size: number): number[] => {
    const bigEndian = Array.from(
      { length: size },
      (_, index) => Math.floor(value / 256 ** (size - 1 - index)) & 255,
    );
    return littleEndian ? bigEndian.reverse() : bigEndian;
  };
  const encode = (value: TiffValue): { type: number; count: number; bytes: number[] } => {
    if ('ascii' in value) {
      const bytes = latin1(`${value.ascii}\0`);
      return { type: 2, count: bytes.length, bytes };
    }
    if ('bytes' in value) return { type: 7, count: value.bytes.length, bytes: value.bytes };
    if ('shorts' in value) {
      return {
        type: 3,
        count: value.shorts.length,
        bytes: value.shorts.flatMap((short) => number(short, 2)),
      };
    }
    if ('longs' in value) {
      return { type: 4, count: value.longs.length, bytes: value.longs.flatMap((long) => number(long, 4)) };
    }
    const bytes = value.rationals.flat().flatMap((part) => number(part, 4));
    return { type: 5, count: value.rationals.length, bytes };
  };
  const directory = (tags: TiffDirectory, offset: number): number[] => {
    const entries = Object.entries(tags).sort(([left], [right]) => Number(left) - Number(right));
    const table = number(entries.length, 2);
    const values: number[] = [];
    const valuesOffset = offset + 2 + entries.length * 12 + 4;
    for (const [tag, value] of entries) {
      const { type, count, bytes } = encode(value);
      table.push(...number(Number(tag), 2), ...number(type, 2), ...number(count, 4));
      if (bytes.length <= 4) {
        table.push(...bytes, ...Array.from({ length: 4 - bytes.length }, () => 0));
      } else {
        table.push(...number(valuesOffset + values.length, 4));
        values.push(...bytes);
      }
    }
    return [...table, 0, 0, 0, 0, ...values];
  };

  const header = [...latin1(littleEndian ? 'II' : 'MM'), ...number(42, 2), ...number(8, 4)];
  const withPointers: TiffDirectory = { ...image };
  if (exif) withPointers[0x8769] = { longs: [0] };
  if (gps) withPointers[0x8825] = { longs: [0] };
  const exifOffset = 8 + directory(withPointers, 8).length;
  const exifBytes = exif ? directory(exif, exifOffset) : [];
  if (exif) withPointers[0x8769] = { longs: [exifOffset] };
  const gpsOffset = exifOffset + exifBytes.length;
  if (gps) withPointers[0x8825] = { longs: [gpsOffset] };
  const gpsBytes = gps ? directory(gps, gpsOffset) : [];
  return Uint8Array.from([...header, ...directory(withPointers, 8), ...exifBytes, ...gpsBytes]);
}
