import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCaptureTime } from './captureTime.ts';
import { captureTimeFromName } from './captureTimeFromName.ts';

describe('captureTimeFromName', () => {
  it.each([
    ['20210604_183205.jpg', '2021-06-04T18:32:05'],
    ['IMG_20210604_183205.JPG', '2021-06-04T18:32:05'],
    ['PXL_20210604_183205123.jpg', '2021-06-04T18:32:05.123'],
    ['2021-06-04 18-32-05.jpg', '2021-06-04T18:32:05'],
    ['2021_06_04T18_32_05.jpg', '2021-06-04T18:32:05'],
    ['2021-06-04__18-32-05(3).JPG', '2021-06-04T18:32:05'],
    ['2021-06-04 at 18.32.05.png', '2021-06-04T18:32:05'],
    ['station7_2021-06-04_18h32m05.jpg', '2021-06-04T18:32:05'],
    ['20190621183205.jpg', '2019-06-21T18:32:05'],
    ['20210531082538-RCNX0031.JPG', '2021-05-31T08:25:38'],
    ['20200709093352-RCNX0001_20200709093352.JPG', '2020-07-09T09:33:52'],
  ])('%s', (name, written) => {
    const captureTime = captureTimeFromName(name);
    expect(captureTime?.source).toBe('filename');
    expect(captureTime && formatCaptureTime(captureTime)).toBe(written);
  });

  it.each([
    ['a date range', '2019_MAP_RanchoJamul_Cage 4_R59_E_20190621-0626_R59_100RECNX_RCNX0375.JPG'],
    [
      'a date range across folders',
      '2021_MAP_Otay_HelixLonestar_Helix19_nat_R13_20210809-0907_R13B_IMG_0029.JPG',
    ],
    ['two dates', '20190621-20190628_RCNX0375.JPG'],
    ['two dates with dashes', '2019-06-21_2019-06-28.JPG'],
    ['two times', '20210604_183205-20210604_193205.JPG'],
    ['a date alone', '20210604.jpg'],
    ['a date and a counter', '20210604_0375.jpg'],
    ['a date and a long counter', '20210604_18320512.jpg'],
    ['a counter', 'IMG_0001.JPG'],
    ['a serial number', '12345678_123456.jpg'],
    ['an impossible date', '20211304_183205.jpg'],
    ['an impossible time', '20210604_186005.jpg'],
    ['a longer number', '120210604183205.jpg'],
  ])('takes no time from %s', (_, name) => {
    expect(captureTimeFromName(name)).toBeNull();
  });

  it('never throws and never takes a time that is not on the clock', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('0123456789_-T. IMGh')) }), (name) => {
        const captureTime = captureTimeFromName(name);
        if (captureTime) expect(Date.parse(`${captureTime.civil.replace(/60$/, '59')}Z`)).not.toBeNaN();
      }),
      { numRuns: 2000 },
    );
  });
});
