import { describe, expect, it } from 'vitest';
import { noClockCorrection, type ClockCorrection } from './clockCorrection.ts';
import { clockCorrectionProblems } from './clockCorrectionProblems.ts';

const problems = (correction: Partial<ClockCorrection>) =>
  clockCorrectionProblems({ ...noClockCorrection, ...correction });

describe('clockCorrectionProblems', () => {
  it('has nothing to say about what can be applied', () => {
    expect(
      problems({
        wrongYear: { years: -1, reference: '2021-06-04T10:00:00' },
        drift: {
          first: { camera: '2021-06-01T12:00:00', true: '2021-06-01T12:00:10' },
          second: { camera: '2021-06-11T12:00:00', true: '2021-06-11T12:01:40' },
        },
        zone: { utcOffset: '+01:00', transitions: [{ from: '2021-10-31T03:00:00', utcOffset: 'Z' }] },
        daylightSaving: [{ from: '2021-10-31T03:00:00', seconds: -3600 }],
      }),
    ).toEqual([]);
  });

  const point = (camera: string, truth: string) => ({ camera, true: truth });
  const noon = point('2021-06-01T12:00:00', '2021-06-01T12:00:00');

  it.each<[keyof ClockCorrection, string, Partial<ClockCorrection>]>([
    ['wrongYear', 'whole number', { wrongYear: { years: 0.5, reference: '2021-06-04T10:00:00' } }],
    ['wrongYear', '"June"', { wrongYear: { years: 1, reference: 'June' } }],
    ['offsetSeconds', 'number of seconds', { offsetSeconds: NaN }],
    ['drift', 'same camera time', { drift: { first: noon, second: noon } }],
    [
      'drift',
      'backwards',
      { drift: { first: noon, second: point('2021-06-02T12:00:00', '2021-05-01T12:00:00') } },
    ],
    ['drift', '"noon"', { drift: { first: point('noon', 'noon'), second: noon } }],
    ['zone', '"Europe/Rome"', { zone: { utcOffset: 'Europe/Rome', transitions: [] } }],
    [
      'zone',
      'order of time',
      {
        zone: {
          utcOffset: '+01:00',
          transitions: [
            { from: '2021-10-31T03:00:00', utcOffset: '+01:00' },
            { from: '2021-03-28T02:00:00', utcOffset: '+02:00' },
          ],
        },
      },
    ],
    ['daylightSaving', '"autumn"', { daylightSaving: [{ from: 'autumn', seconds: -3600 }] }],
  ])('names the part and the remedy: %s, %s', (part, words, correction) => {
    const [problem] = problems(correction);
    expect(problem?.part).toBe(part);
    expect(problem?.text).toContain(words);
  });
});
