import exifr from 'exifr';
import { expect, test } from 'vitest';
import { exifBlock } from './exifBlock.ts';
import type { ExifFields } from './exifBlock.ts';
import { encodeJpeg } from './jpegEncoder.ts';
import { createSurface } from './raster.ts';

const fields: ExifFields = {
  make: 'DRAWN',
  model: 'Fieldsift Sketch 1',
  civil: '2025-05-14T07:42:10',
  subsecond: '07',
  serial: 'DRAWN0001',
  orientation: 6,
  coordinates: { latitude: -33.51234, longitude: 18.25 },
  width: 32,
  height: 16,
};

function read(asked: ExifFields): Promise<Record<string, unknown>> {
  const jpeg = encodeJpeg(createSurface(32, 16), 80, exifBlock(asked));
  const options = { tiff: true, exif: true, gps: true, reviveValues: false, translateValues: false };
  return exifr.parse(jpeg, options) as Promise<Record<string, unknown>>;
}

test('exifr reads what was asked', async () => {
  expect(await read(fields)).toMatchObject({
    Make: 'DRAWN',
    Model: 'Fieldsift Sketch 1',
    Software: 'Fieldsift drawn samples',
    DateTimeOriginal: '2025:05:14 07:42:10',
    SubSecTimeOriginal: '07',
    // exifr's name of BodySerialNumber.
    SerialNumber: 'DRAWN0001',
    Orientation: 6,
    ExifImageWidth: 32,
    ExifImageHeight: 16,
    GPSLatitudeRef: 'S',
    GPSLongitudeRef: 'E',
    GPSLatitude: [33, 30, 44.424],
    GPSLongitude: [18, 15, 0],
  });
});

test('what was not asked is not written', async () => {
  const tags = await read({ ...fields, subsecond: null, serial: null, coordinates: null, orientation: 1 });
  expect(Object.keys(tags).filter((tag) => /^(GPS|SubSec|BodySerial|SerialNumber)/.test(tag))).toEqual([]);
  expect(tags['Orientation']).toBe(1);
});
