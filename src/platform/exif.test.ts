import exifr from 'exifr';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { avifFixture, jpegFixture, pngFixture, webpFixture } from '../../tests/helpers/imageFixture.ts';
import { tiffBlock } from '../../tests/helpers/tiffFixture.ts';
import { readPhotoMetadata } from './exif.ts';

const size = { width: 2688, height: 1512 };
const tiff = tiffBlock({
  image: { 0x010f: { ascii: 'MOULTRIE' }, 0x0110: { ascii: 'MCG-M880' }, 0x0112: { shorts: [6] } },
  exif: {
    0x9003: { ascii: '2021:03:28 02:30:00' },
    0x9011: { ascii: '+01:00' },
    0x9291: { ascii: '070' },
    0xa431: { ascii: 'M-42' },
  },
  gps: {
    1: { ascii: 'N' },
    2: { rationals: [[33, 1], [30, 1], [36, 1]] }, // prettier-ignore
    3: { ascii: 'W' },
    4: { rationals: [[117, 1], [15, 1], [0, 1]] }, // prettier-ignore
  },
});
const photos = {
  JPEG: jpegFixture({ ...size, tiff }),
  PNG: pngFixture({ ...size, tiff }),
  WebP: webpFixture({ ...size, kind: 'VP8X', exif: [...tiff] }),
  AVIF: avifFixture({ ...size, turns: 3, tiff }),
};
const nothing = {
  captureTime: null,
  make: null,
  model: null,
  serial: null,
  orientation: 1,
  width: null,
  height: null,
  latitude: null,
  longitude: null,
};

describe('readPhotoMetadata', () => {
  // 02:30 on that night exists in no European zone: a reader that goes through `Date` moves it to 03:30.
  it.each(Object.entries(photos))(
    'reads all a %s says of itself, the time exactly as written',
    async (_, photo) => {
      const { latitude, longitude, ...rest } = await readPhotoMetadata(photo);
      expect(rest).toEqual({
        captureTime: { civil: '2021-03-28T02:30:00', subsecond: '070', offset: '+01:00', source: 'exif' },
        make: 'MOULTRIE',
        model: 'MCG-M880',
        serial: 'M-42',
        orientation: 6,
        ...size,
      });
      expect(latitude).toBeCloseTo(33.51, 9);
      expect(longitude).toBeCloseTo(-117.25, 9);
    },
  );

  it('reads the head of a JPEG as it reads the file', async () => {
    const long = jpegFixture({ ...size, tiff, tail: Array.from({ length: 10_000 }, () => 7) });
    expect(await readPhotoMetadata(long.subarray(0, 1000))).toEqual(await readPhotoMetadata(long));
  });

  it('knows the size of a photo without EXIF, and nothing of a file that is no photo', async () => {
    expect(await readPhotoMetadata(jpegFixture(size))).toEqual({ ...nothing, ...size });
    expect(await readPhotoMetadata(new Uint8Array())).toEqual(nothing);
    expect(await readPhotoMetadata(Uint8Array.from(Buffer.from('<html>')))).toEqual(nothing);
  });

  it('reads a photo that lies inside a larger buffer', async () => {
    const larger = Uint8Array.from([1, 2, 3, ...photos.JPEG]);
    expect((await readPhotoMetadata(larger.subarray(3))).model).toBe('MCG-M880');
  });

  it('agrees with exifr on sound files', async () => {
    const tags: unknown = await exifr.parse(photos.JPEG, { reviveValues: false, translateValues: false });
    const { make, model, orientation, latitude, longitude } = await readPhotoMetadata(photos.JPEG);
    expect(tags).toMatchObject({
      DateTimeOriginal: '2021:03:28 02:30:00',
      SubSecTimeOriginal: '070',
      OffsetTimeOriginal: '+01:00',
      Make: make,
      Model: model,
      Orientation: orientation,
      latitude,
      longitude,
    });
  });

  it('never rejects and never prints, whatever the bytes', async () => {
    const printed = (['log', 'warn', 'error'] as const).map((method) => vi.spyOn(console, method));
    const photo = fc.constantFrom(...Object.values(photos));
    const damage = fc.array(fc.tuple(fc.nat({ max: 600 }), fc.nat({ max: 255 })), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(photo, damage, fc.nat({ max: 700 }), async (sound, changes, length) => {
        const bytes = sound.slice(0, length);
        for (const [offset, byte] of changes) bytes[offset] = byte;
        const { captureTime } = await readPhotoMetadata(bytes);
        if (captureTime) expect(captureTime.civil).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
      }),
      { numRuns: 1000 },
    );
    for (const method of printed) {
      expect(method).not.toHaveBeenCalled();
      method.mockRestore();
    }
  });
});
