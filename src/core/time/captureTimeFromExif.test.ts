import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCaptureTime } from './captureTime.ts';
import { captureTimeFromExif } from './captureTimeFromExif.ts';

function read(dateTime: string, subsecond: string | null = null, offset: string | null = null) {
  return captureTimeFromExif({ dateTime, subsecond, offset });
}

describe('captureTimeFromExif', () => {
  it.each([
    ['2021:06:04 18:32:05', '2021-06-04T18:32:05'],
    ['2021-06-04 18:32:05', '2021-06-04T18:32:05'],
    ['2021/06/04 18:32:05', '2021-06-04T18:32:05'],
    ['2019-10-17T16:55:20-07:00', '2019-10-17T16:55:20'],
    ['2021: 6: 4  8: 2: 5', '2021-06-04T08:02:05'],
    ['2021:06:04 18:32:05\0', '2021-06-04T18:32:05'],
    ['2020:02:29 00:00:00', '2020-02-29T00:00:00'],
    ['2016:12:31 23:59:60', '2016-12-31T23:59:60'],
    ['2021:06:04 06:32:05 PM', '2021-06-04T18:32:05'],
    ['2021:06:04 12:32:05 AM', '2021-06-04T00:32:05'],
  ])('reads %j', (written, civil) => {
    expect(read(written)).toMatchObject({ civil, source: 'exif' });
  });

  it.each([
    '',
    '    :  :     :  :  ',
    '0000:00:00 00:00:00',
    '0001:01:01 00:00:00',
    '2021:13:04 18:32:05',
    '2021:02:31 18:32:05',
    '2021:02:29 18:32:05',
    '2021:06:04 24:00:00',
    '2021:06:04 18:60:05',
    '2021:06:04 18:32:61',
    '2021:06:04',
    '2021:06:04 18:32',
    '2021:06:04 18:32:057',
    '2010:0t:04 08:43:15',
    'not a date',
  ])('gives nothing for %j rather than inventing a time', (written) => {
    expect(read(written)).toBeNull();
  });

  it('keeps the digits of the fraction as written, with their zeros', () => {
    expect(read('2021:06:04 18:32:05', '070 ')?.subsecond).toBe('070');
    expect(read('2021:06:04 18:32:05.25')?.subsecond).toBe('25');
    expect(read('2021:06:04 18:32:05', '   ')?.subsecond).toBeNull();
    expect(read('2021:06:04 18:32:05', '-1')?.subsecond).toBeNull();
  });

  it.each([
    ['+02:00', '+02:00'],
    ['-07:00 ', '-07:00'],
    ['Z', 'Z'],
    ['+25:00', null],
    ['+02:75', null],
    ['   :  ', null],
  ])('reads the offset %j', (written, offset) => {
    expect(read('2021:06:04 18:32:05', null, written)?.offset).toBe(offset);
  });

  it('takes the offset inside the date when the offset tag is missing', () => {
    expect(read('2019-10-17T16:55:20-07:00')?.offset).toBe('-07:00');
  });

  it('gives back every time that a calendar has', () => {
    const moment = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, (date) => {
        const civil = date.toISOString().slice(0, 19);
        const captureTime = read(civil.replaceAll('-', ':').replace('T', ' '));
        expect(captureTime && formatCaptureTime(captureTime)).toBe(civil);
      }),
    );
  });

  it('never throws, whatever the tag holds', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (dateTime, subsecond, offset) => {
        read(dateTime, subsecond, offset);
      }),
    );
  });
});
