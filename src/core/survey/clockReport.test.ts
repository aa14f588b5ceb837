import { describe, expect, it } from 'vitest';
import { doneMedia, threeClassManifest } from '../../../tests/fixtures/photo.ts';
import { toPhoto, type Photo } from './photo.ts';
import type { CaptureTime } from '../time/captureTime.ts';
import { clockSamples, clockWords, reportClock } from './clockReport.ts';
import type { Placement } from './placement.ts';

/** A photo every half hour of two days of June near San Diego, by a clock that is right. */
function card(folder: string, offset: string | null): Photo[] {
  return Array.from({ length: 96 }, (_, index) => {
    const civil = new Date(Date.UTC(2021, 5, 10) + index * 1_800_000).toISOString().slice(0, 19);
    const time: CaptureTime = { civil, subsecond: null, offset, source: 'exif' };
    const name = `${folder}/${String(index).padStart(3, '0')}.JPG`;
    return toPhoto(doneMedia(name, time), null, threeClassManifest.labels);
  });
}

function placed(
  photos: Photo[],
  latitude: number | null = 32.6,
  longitude: number | null = -116.9,
): Placement {
  const folders = [...new Set(photos.map(({ deployment }) => deployment))];
  return { photos, stations: new Map(folders.map((station) => [station, { station, latitude, longitude }])) };
}

const hourOf = ({ captureTime }: Photo): number => Number(captureTime?.civil.slice(11, 13));
const greyByNight = (photo: Photo): boolean => hourOf(photo) < 6 || hourOf(photo) >= 20;

function report(placement: Placement, isGrey: (photo: Photo) => boolean | null = greyByNight) {
  const [sample] = clockSamples(placement);
  if (!sample) throw new Error('There is no deployment.');
  return reportClock(sample, placement, isGrey);
}

describe('the check of a clock', () => {
  it('says what is missing before it can be made', () => {
    expect(clockWords(report(placed(card('Ridge', '-07:00'), null)))).toContain('give the coordinates');
    expect(clockWords(report(placed(card('Ridge', null))))).toContain('give the offset');
  });

  it('looks at 40 photos at most, half by high sun and half in deep night, spread over all', () => {
    const [sample] = clockSamples(placed(card('Ridge', '-07:00')));
    const hours = (sample?.photos ?? []).map(hourOf);
    expect(hours.length).toBeLessThanOrEqual(40);
    expect(hours.filter((hour) => hour >= 7 && hour < 19).length).toBe(20);
    expect(
      new Set((sample?.photos ?? []).map(({ captureTime }) => captureTime?.civil.slice(0, 10))).size,
    ).toBe(2);
  });

  it('passes a right clock, and names the hours by which a wrong one is off', () => {
    expect(clockWords(report(placed(card('Ridge', '-07:00'))))).toMatch(/^Fits the sun: \d+ photos/);
    const wrong = report(placed(card('Ridge', '-07:00')), (photo) => !greyByNight(photo));
    expect(wrong.check?.verdict).toBe('wrong');
    expect(clockWords(wrong)).toMatch(/infra-red by high sun and .* in colour in deep night/);
    expect(clockWords(wrong)).toMatch(/Moved by [+-]?\d+ h, \d+ would be left/);
  });

  it('judges by no photo that cannot be read', () => {
    expect(clockWords(report(placed(card('Ridge', '-07:00')), () => null))).toMatch(/^Only 0 photos/);
  });

  it('takes deployments by name, each by its own photos', () => {
    const both = placed([...card('South', '-07:00'), ...card('North', null)]);
    expect(clockSamples(both).map(({ deployment, missing }) => [deployment, missing])).toEqual([
      ['North', 'zone'],
      ['South', null],
    ]);
  });
});
