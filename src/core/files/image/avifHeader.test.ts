import { describe, expect, it } from 'vitest';
import { avifFixture } from '../../../../tests/helpers/imageFixture.ts';
import { tiffBlock } from '../../../../tests/helpers/tiffFixture.ts';
import { readAvifHeader } from './avifHeader.ts';

const size = { width: 640, height: 427 };

describe('readAvifHeader', () => {
  it('reads the size of the primary image, not of its thumbnail', () => {
    expect(readAvifHeader(avifFixture(size))).toMatchObject({ ...size, orientation: 1, exif: null });
    expect(readAvifHeader(avifFixture({ width: 8, height: 6 }))).toMatchObject({ width: 8, height: 6 });
  });

  it('takes the largest size when no image is the primary one', () => {
    expect(readAvifHeader(avifFixture({ ...size, primary: false }))).toMatchObject(size);
    expect(readAvifHeader(avifFixture({ width: 8, height: 6, primary: false }))).toMatchObject({ width: 16 });
  });

  // Quarter turns anticlockwise, mirror axis, EXIF orientation that looks the same.
  it.each([
    [0, undefined, 1],
    [1, undefined, 8],
    [2, undefined, 3],
    [3, undefined, 6],
    [0, 0, 4],
    [0, 1, 2],
    [1, 0, 5],
    [1, 1, 7],
    [2, 0, 2],
    [2, 1, 4],
    [3, 0, 7],
    [3, 1, 5],
  ])('%i turns, mirror %s: orientation %i', (turns, mirror, orientation) => {
    const transforms = mirror === undefined ? { turns } : { turns, mirror };
    expect(readAvifHeader(avifFixture({ ...size, ...transforms })).orientation).toBe(orientation);
  });

  it('finds EXIF', () => {
    const tiff = tiffBlock({ image: { 0x010f: { ascii: 'Canon' } } });
    const photo = avifFixture({ ...size, tiff });
    const { exif } = readAvifHeader(photo);
    expect(exif && photo.subarray(exif.start, exif.end)).toEqual(tiff);
  });

  it('returns from a box of length 0, where exifr 7.1.3 does not', () => {
    const endless = new Uint8Array(64);
    endless.set(Buffer.from('\0\0\0\x18ftypavif\0\0\0\0avifmif1\0\0\0\0free', 'latin1'));
    expect(readAvifHeader(endless)).toMatchObject({ width: null, exif: null });
  });
});
