interface Size {
  width: number;
  height: number;
}

const ascii = (text: string): number[] => Array.from(text, (sign) => sign.charCodeAt(0));
const bigEndian = (value: number, size: number): number[] =>
  Array.from({ length: size }, (_, index) => Math.floor(value / 256 ** (size - 1 - index)) & 255);
const littleEndian = (value: number, size: number): number[] => bigEndian(value, size).reverse();

function jpegSegment(marker: number, payload: number[]): number[] {
  return [0xff, marker, ...bigEndian(payload.length + 2, 2), ...payload];
}

export interface JpegFixture extends Size {
  tiff?: Uint8Array;
  /** 0xC0 baseline, 0xC2 progressive. */
  frameMarker?: number;
  /** Bytes put between APP1 and the frame header. */
  junk?: number[];
  /** Bytes after the end-of-image marker; null leaves the marker out too. */
  tail?: number[] | null;
}

/** The markers of a JPEG, with a scan of nonsense: enough for header readers, not for decoders. */
export function jpegFixture({
  width,
  height,
  tiff,
  frameMarker = 0xc0,
  junk = [],
  tail = [],
}: JpegFixture): Uint8Array {
  const app1 = tiff ? jpegSegment(0xe1, [...ascii('Exif\0\0'), ...tiff]) : [];
  const frame = [8, ...bigEndian(height, 2), ...bigEndian(width, 2), 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];
  const scan = [...jpegSegment(0xda, [3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0]), 1, 2, 0xff, 0, 0xd9, 3];
  const end = tail === null ? [] : [0xff, 0xd9, ...tail];
  return Uint8Array.from([0xff, 0xd8, ...app1, ...junk, ...jpegSegment(frameMarker, frame), ...scan, ...end]);
}

function pngChunk(type: string, data: number[]): number[] {
  return [...bigEndian(data.length, 4), ...ascii(type), ...data, 0, 0, 0, 0];
}

/** The chunks of a PNG, EXIF after the pixels, without checksums. */
export function pngFixture({ width, height, tiff }: Size & { tiff?: Uint8Array }): Uint8Array {
  return Uint8Array.from([
    ...ascii('\x89PNG\r\n\x1a\n'),
    ...pngChunk('IHDR', [...bigEndian(width, 4), ...bigEndian(height, 4), 8, 2, 0, 0, 0]),
    ...pngChunk('IDAT', [1, 2, 3]),
    ...(tiff ? pngChunk('eXIf', [...tiff]) : []),
    ...pngChunk('IEND', []),
  ]);
}

function webpChunk(type: string, data: number[]): number[] {
  return [...ascii(type), ...littleEndian(data.length, 4), ...data, ...(data.length % 2 ? [0] : [])];
}

export interface WebpFixture extends Size {
  kind: 'VP8 ' | 'VP8L' | 'VP8X';
  /** Bytes of the EXIF chunk. */
  exif?: number[];
}

/** The chunks of a WebP of one of its three kinds, EXIF last. */
export function webpFixture({ width, height, kind, exif }: WebpFixture): Uint8Array {
  const lossy = webpChunk('VP8 ', [
    0,
    0,
    0,
    0x9d,
    0x01,
    0x2a,
    ...littleEndian(width, 2),
    ...littleEndian(height, 2),
    0,
  ]);
  const lossless = webpChunk('VP8L', [0x2f, ...littleEndian(width - 1 + (height - 1) * 2 ** 14, 4)]);
  const canvas = webpChunk('VP8X', [
    8,
    0,
    0,
    0,
    ...littleEndian(width - 1, 3),
    ...littleEndian(height - 1, 3),
  ]);
  const image = kind === 'VP8L' ? lossless : kind === 'VP8 ' ? lossy : [...canvas, ...lossy];
  const body = [...ascii('WEBP'), ...image, ...(exif ? webpChunk('EXIF', exif) : [])];
  return Uint8Array.from([...ascii('RIFF'), ...littleEndian(body.length, 4), ...body]);
}

function isoBox(type: string, ...payload: number[][]): number[] {
  const bytes = payload.flat();
  return [...bigEndian(bytes.length + 8, 4), ...ascii(type), ...bytes];
}

export interface AvifFixture extends Size {
  /** Quarter turns anticlockwise, and the axis of mirroring; left out when undefined. */
  turns?: number;
  mirror?: number;
  tiff?: Uint8Array;
  /** False leaves out which item is the primary one. */
  primary?: boolean;
}

/** The boxes of an AVIF: a thumbnail item (16 × 12), the primary image as item 2, EXIF as item 3. */
export function avifFixture({ width, height, turns, mirror, tiff, primary = true }: AvifFixture): Uint8Array {
  const full = [0, 0, 0, 0];
  const size = (wide: number, high: number): number[] =>
    isoBox('ispe', full, bigEndian(wide, 4), bigEndian(high, 4));
  const transforms = [
    ...(turns === undefined ? [] : [isoBox('irot', [turns])]),
    ...(mirror === undefined ? [] : [isoBox('imir', [mirror])]),
  ];
  const ofPrimary = [0x82, ...transforms.map((_, index) => 0x83 + index)];
  const association = isoBox('ipma', full, [0, 0, 0, 2, 0, 1, 1, 0x81, 0, 2, ofPrimary.length, ...ofPrimary]);
  const properties = isoBox(
    'iprp',
    isoBox('ipco', size(16, 12), size(width, height), ...transforms),
    association,
  );
  const fileType = isoBox('ftyp', ascii('avif'), full, ascii('mif1'), ascii('avif'));
  const infoEntry = isoBox('infe', [2, 0, 0, 0], [0, 3], [0, 0], ascii('Exif'), [0]);
  const meta = (exifOffset: number): number[] =>
    isoBox(
      'meta',
      full,
      primary ? isoBox('pitm', full, [0, 2]) : [],
      tiff ? isoBox('iinf', full, [0, 1], infoEntry) : [],
      tiff
        ? isoBox(
            'iloc',
            full,
            [0x44, 0, 0, 1, 0, 3, 0, 0, 0, 1],
            bigEndian(exifOffset, 4),
            bigEndian(tiff.length + 4, 4),
          )
        : [],
      properties,
    );
  const exifOffset = fileType.length + meta(0).length + 8;
  return Uint8Array.from([
    ...fileType,
    ...meta(exifOffset),
    ...isoBox('mdat', [0, 0, 0, 0, ...(tiff ?? [])]),
  ]);
}
