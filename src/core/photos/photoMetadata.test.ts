import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExifTags } from '../files/image/exifTags.ts';
import { toPhotoMetadata } from './photoMetadata.ts';

const header = { width: 2048, height: 1536, orientation: null };

function read(tags: ExifTags) {
  return toPhotoMetadata(tags, header);
}

describe('capture time', () => {
  it('is when the photo was taken, not when it was edited', () => {
    const { captureTime } = read({
      ModifyDate: '2022:01:01 10:00:00',
      CreateDate: '2021:12:31 10:00:00',
      DateTimeOriginal: '2021:06:04 18:32:05',
      SubSecTime: '11',
      SubSecTimeOriginal: '07',
      OffsetTime: '+05:00',
      OffsetTimeOriginal: '+02:00',
    });
    expect(captureTime).toEqual({
      civil: '2021-06-04T18:32:05',
      subsecond: '07',
      offset: '+02:00',
      source: 'exif',
    });
  });

  it('falls back to the other dates when the best is blank, and takes their own fraction', () => {
    const tags = {
      DateTimeOriginal: '    :  :     :  :  ',
      SubSecTimeOriginal: '99',
      SubSecTimeDigitized: '12',
    };
    expect(
      read({ ...tags, CreateDate: '2021:06:04 18:32:05', ModifyDate: '2022:01:01 10:00:00' }).captureTime,
    ).toEqual({ civil: '2021-06-04T18:32:05', subsecond: '12', offset: null, source: 'exif' });
    expect(read({ ...tags, ModifyDate: '2022:01:01 10:00:00' }).captureTime?.civil).toBe(
      '2022-01-01T10:00:00',
    );
  });

  it('is read from bare bytes too', () => {
    const bytes = Uint8Array.from(Buffer.from('2021:06:04 18:32:05\0'));
    expect(read({ DateTimeOriginal: bytes }).captureTime?.civil).toBe('2021-06-04T18:32:05');
  });
});

describe('camera', () => {
  it('drops padding and what follows a NUL', () => {
    expect(read({ Make: 'RECONYX \0', Model: 'ION230\0F' })).toMatchObject({
      make: 'RECONYX',
      model: 'ION230',
    });
    expect(read({ Make: '   ', Model: '\0\0' })).toMatchObject({ make: null, model: null });
  });

  it('has the serial of whichever tag holds one', () => {
    expect(read({ SerialNumber: ' ', CameraSerialNumber: 'C-1' }).serial).toBe('C-1');
    expect(read({ SerialNumber: [4711] }).serial).toBe('4711');
    expect(read({}).serial).toBeNull();
  });
});

describe('orientation', () => {
  it.each([
    [[6], 6],
    [8, 8],
    [[0], 1],
    [[9], 1],
    ['6', 1],
    [[1.5], 1],
    [undefined, 1],
  ])('%j is read as %i', (written, orientation) => {
    expect(read({ Orientation: written }).orientation).toBe(orientation);
  });

  it("is the container's where the container turns the image itself", () => {
    expect(toPhotoMetadata({ Orientation: [6] }, { ...header, orientation: 1 }).orientation).toBe(1);
  });
});

describe('position', () => {
  const tags = {
    GPSLatitudeRef: 'S\0',
    GPSLatitude: [33, 30, 36],
    GPSLongitudeRef: 'E\0',
    GPSLongitude: [18, 15, 0],
  };

  it('is in signed decimal degrees', () => {
    const { latitude, longitude } = read(tags);
    expect(latitude).toBeCloseTo(-33.51, 9);
    expect(longitude).toBeCloseTo(18.25, 9);
  });

  it.each([
    ['a denominator of 0', { GPSLatitude: [33, NaN, 0] }],
    ['a value off the globe', { GPSLatitude: [91, 0, 0] }],
    ['infinity', { GPSLongitude: [Infinity, 0, 0] }],
    ['a missing hemisphere', { GPSLatitudeRef: undefined }],
    ['an unknown hemisphere', { GPSLongitudeRef: 'N' }],
    ['a short list', { GPSLatitude: [33] }],
    ['zeros, as cameras without a fix write', { GPSLatitude: [0, 0, 0], GPSLongitude: [0, 0, 0] }],
  ])('is unknown for %s', (_, damage) => {
    expect(read({ ...tags, ...damage })).toMatchObject({ latitude: null, longitude: null });
  });
});

it('takes anything in any tag without throwing', () => {
  const value = fc.oneof(fc.anything(), fc.uint8Array(), fc.string(), fc.array(fc.double()));
  const tags = fc.record(
    {
      Make: value,
      SerialNumber: value,
      MakerNote: value,
      Orientation: value,
      DateTimeOriginal: value,
      SubSecTimeOriginal: value,
      OffsetTimeOriginal: value,
      GPSLatitude: value,
      GPSLatitudeRef: value,
      GPSLongitude: value,
      GPSLongitudeRef: value,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(tags, (written) => {
      const { orientation, latitude, serial, make } = read(written);
      expect([1, 2, 3, 4, 5, 6, 7, 8]).toContain(orientation);
      expect(latitude === null || Math.abs(latitude) <= 90).toBe(true);
      expect(serial === null || typeof serial === 'string').toBe(true);
      expect(make === null || make.length > 0).toBe(true);
    }),
  );
});
