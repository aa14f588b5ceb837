import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesReadBy, mostReads } from '../../../../tests/helpers/readCount.ts';
import { avifFixture, jpegFixture, pngFixture, webpFixture } from '../../../../tests/helpers/imageFixture.ts';
import { tiffBlock } from '../../../../tests/helpers/tiffFixture.ts';
import { imageFormat, readImageHeader } from './imageHeader.ts';
import { isTruncatedJpeg } from './jpegHeader.ts';

const size = { width: 300, height: 200 };
const tiff = tiffBlock({
  image: { 0x010f: { ascii: 'Bushnell' } },
  exif: { 0x9003: { ascii: '2016:06:22 10:31:55' } },
});
const photos = {
  jpeg: jpegFixture({ ...size, tiff }),
  png: pngFixture({ ...size, tiff }),
  webp: webpFixture({ ...size, kind: 'VP8X', exif: [...tiff] }),
  avif: avifFixture({ ...size, tiff, turns: 1 }),
};
const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

describe('imageFormat', () => {
  it.each(Object.entries(photos))('knows %s by its bytes', (format, photo) => {
    expect(imageFormat(photo)).toBe(format);
  });

  it.each([
    ['heic', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
    ['heic', '\0\0\0\x18ftypmif1\0\0\0\0mif1heic'],
    ['avif', '\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf'],
    ['gif', 'GIF89a\x10\0\x10\0'],
    ['tiff', 'II*\0\x08\0\0\0'],
    ['tiff', 'MM\0*\0\0\0\x08'],
    ['other', '\0\0\0\x18ftypmp42\0\0\0\0mp42isom'],
    ['other', 'RIFF\0\0\0\0AVI '],
    ['other', 'hello'],
    ['other', ''],
  ])('%s: %j', (format, head) => {
    expect(imageFormat(bytes(head))).toBe(format);
  });
});

describe('readImageHeader', () => {
  it.each(Object.entries(photos))('reads size and EXIF of a %s', (format, photo) => {
    const header = readImageHeader(photo);
    expect(header).toMatchObject({ format, ...size, orientation: format === 'avif' ? 8 : null });
    expect(header.exif && photo.subarray(header.exif.start, header.exif.end)).toEqual(tiff);
  });

  it('says nothing of a file that is no image', () => {
    expect(readImageHeader(bytes('hello'))).toEqual({
      format: 'other',
      width: null,
      height: null,
      orientation: null,
      exif: null,
    });
  });

  it.each(Object.entries(photos))(
    'looks a few times at each byte of any damaged %s at most, with EXIF inside the file',
    (_, photo) => {
      const damage = fc.array(
        fc.tuple(fc.nat({ max: photo.length - 1 }), fc.constantFrom(0, 1, 2, 127, 128, 255)),
        {
          maxLength: 10,
        },
      );
      fc.assert(
        fc.property(damage, fc.nat({ max: photo.length }), (changes, length) => {
          const damaged = photo.slice(0, length);
          for (const [offset, byte] of changes) damaged[offset] = byte;
          const { exif } = readImageHeader(damaged);
          const read = bytesReadBy(() => {
            readImageHeader(damaged);
            isTruncatedJpeg(damaged);
          });
          expect(read).toBeLessThanOrEqual(mostReads(damaged.length));
          if (exif) expect(exif.start >= 0 && exif.start < exif.end && exif.end <= damaged.length).toBe(true);
        }),
        { numRuns: 2000 },
      );
    },
  );

  it('returns from megabytes of nothing but markers', () => {
    for (const filling of [0xff, 0x00, 0xd9]) {
      const long = new Uint8Array(4_000_000).fill(filling);
      long.set([0xff, 0xd8]);
      expect(readImageHeader(long).width).toBeNull();
      expect(isTruncatedJpeg(long)).toBe(true);
    }
  });
});
