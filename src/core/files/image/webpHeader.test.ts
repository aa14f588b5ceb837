import { describe, expect, it } from 'vitest';
import { webpFixture } from '../../../../tests/helpers/imageFixture.ts';
import { tiffBlock } from '../../../../tests/helpers/tiffFixture.ts';
import { readWebpHeader } from './webpHeader.ts';

const size = { width: 3001, height: 1999 };
const tiff = tiffBlock({ image: { 0x0112: { shorts: [6] } } });

describe('readWebpHeader', () => {
  it.each(['VP8 ', 'VP8L', 'VP8X'] as const)('reads the size of a %s image', (kind) => {
    expect(readWebpHeader(webpFixture({ ...size, kind }))).toEqual({ ...size, exif: null });
  });

  it('does not take a lossless size with its alpha bit for a larger one', () => {
    const photo = webpFixture({ ...size, kind: 'VP8L' });
    const last = photo.lastIndexOf(0x2f) + 4;
    photo[last] = (photo[last] ?? 0) | 0x10;
    expect(readWebpHeader(photo)).toMatchObject(size);
  });

  it.each([
    ['as specified', [...tiff]],
    ['with the prefix that many programs write', [...Buffer.from('Exif\0\0'), ...tiff]],
  ])('finds EXIF %s', (_, exif) => {
    const photo = webpFixture({ ...size, kind: 'VP8X', exif });
    const range = readWebpHeader(photo).exif;
    expect(range && photo.subarray(range.start, range.end)).toEqual(tiff);
  });

  it('knows the size but no EXIF from the head of a file', () => {
    const photo = webpFixture({ ...size, kind: 'VP8X', exif: [...tiff] });
    expect(readWebpHeader(photo.subarray(0, 40))).toEqual({ ...size, exif: null });
  });
});
