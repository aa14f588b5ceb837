import { describe, expect, it } from 'vitest';
import { pngFixture } from '../../../../tests/helpers/imageFixture.ts';
import { tiffBlock } from '../../../../tests/helpers/tiffFixture.ts';
import { readPngHeader } from './pngHeader.ts';

const tiff = tiffBlock({ image: { 0x0110: { ascii: 'HC550' } } });
const photo = pngFixture({ width: 640, height: 480, tiff });

describe('readPngHeader', () => {
  it('reads the size, and finds EXIF behind the pixels', () => {
    const { width, height, exif } = readPngHeader(photo);
    expect([width, height]).toEqual([640, 480]);
    expect(exif && photo.subarray(exif.start, exif.end)).toEqual(tiff);
  });

  it('knows the size but no EXIF from the head of a file', () => {
    expect(readPngHeader(photo.subarray(0, 40))).toEqual({ width: 640, height: 480, exif: null });
  });

  it('accepts the prefix that belongs to JPEG', () => {
    const prefixed = pngFixture({
      width: 1,
      height: 1,
      tiff: Uint8Array.from([...Buffer.from('Exif\0\0'), ...tiff]),
    });
    const { exif } = readPngHeader(prefixed);
    expect(exif && prefixed.subarray(exif.start, exif.end)).toEqual(tiff);
  });

  it('stops at a chunk that claims to be larger than the file', () => {
    const damaged = photo.slice();
    damaged.fill(0xff, 33, 37);
    expect(readPngHeader(damaged)).toEqual({ width: 640, height: 480, exif: null });
  });
});
