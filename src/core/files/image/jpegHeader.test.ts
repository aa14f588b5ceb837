import { describe, expect, it } from 'vitest';
import { jpegFixture } from '../../../../tests/helpers/imageFixture.ts';
import { tiffBlock } from '../../../../tests/helpers/tiffFixture.ts';
import { isTruncatedJpeg, readJpegHeader } from './jpegHeader.ts';

const tiff = tiffBlock({ image: { 0x010f: { ascii: 'RECONYX' } } });
const size = { width: 2048, height: 1536 };
const photo = jpegFixture({ ...size, tiff });

describe('readJpegHeader', () => {
  it('reads size, components and the kind of frame', () => {
    expect(readJpegHeader(photo)).toMatchObject({ ...size, components: 3, progressive: false });
    expect(readJpegHeader(jpegFixture({ ...size, frameMarker: 0xc2 })).progressive).toBe(true);
  });

  it('finds the TIFF block of EXIF', () => {
    const { exif } = readJpegHeader(photo);
    expect(exif && photo.subarray(exif.start, exif.end)).toEqual(tiff);
    expect(readJpegHeader(jpegFixture(size)).exif).toBeNull();
  });

  it('is not misled by another kind of APP1, such as XMP', () => {
    const xmp = [0xff, 0xe1, 0, 8, ...Buffer.from('http:/')];
    const both = Uint8Array.from([0xff, 0xd8, ...xmp, ...photo.subarray(2)]);
    const { exif } = readJpegHeader(both);
    expect(exif && both.subarray(exif.start, exif.end)).toEqual(tiff);
  });

  it.each([
    ['fill bytes', [0xff, 0xff, 0xff]],
    ['stray bytes', [1, 2, 3, 0x42]],
    ['a stuffed zero', [0xff, 0]],
    ['a segment with an impossible length', [0xff, 0xe5, 0, 0]],
  ])('goes on after %s', (_, junk) => {
    expect(readJpegHeader(jpegFixture({ ...size, junk }))).toMatchObject(size);
  });

  it('reads what is there of the head of a file', () => {
    const cut = readJpegHeader(photo.subarray(0, 30));
    expect(cut).toMatchObject({ width: null, height: null, scanStart: null, exif: { end: 30 } });
  });

  it('leaves the height open where the frame header does (DNL)', () => {
    expect(readJpegHeader(jpegFixture({ width: 640, height: 0 }))).toMatchObject({
      width: 640,
      height: null,
    });
  });
});

describe('isTruncatedJpeg', () => {
  it('accepts a whole file, with or without something after its end', () => {
    expect(isTruncatedJpeg(photo)).toBe(false);
    expect(isTruncatedJpeg(jpegFixture({ ...size, tail: Array.from({ length: 5000 }, () => 0) }))).toBe(
      false,
    );
  });

  it('reports a file that was cut anywhere', () => {
    for (let end = 0; end < photo.length; end += 1) {
      expect(isTruncatedJpeg(photo.subarray(0, end))).toBe(true);
    }
  });

  it('reports a file whose end was filled with zeros', () => {
    const filled = photo.slice();
    filled.fill(0, -6);
    expect(isTruncatedJpeg(filled)).toBe(true);
  });

  it('is not misled by the end marker of a thumbnail inside EXIF', () => {
    const thumbnail = Uint8Array.from([...tiff, 0xff, 0xd8, 0xff, 0xd9]);
    expect(isTruncatedJpeg(jpegFixture({ ...size, tiff: thumbnail, tail: null }))).toBe(true);
  });
});
