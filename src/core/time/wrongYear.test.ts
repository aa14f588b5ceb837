import { describe, expect, it } from 'vitest';
import { wrongYearSeconds } from './wrongYear.ts';

const day = 86_400;

describe('wrongYearSeconds', () => {
  it('counts the days of the years between', () => {
    expect(wrongYearSeconds({ years: 1, reference: '2021-06-04T10:00:00' })).toBe(365 * day);
    expect(wrongYearSeconds({ years: 1, reference: '2019-06-04T10:00:00' })).toBe(366 * day);
    expect(wrongYearSeconds({ years: -1, reference: '2021-06-04T10:00:00' })).toBe(-365 * day);
    expect(wrongYearSeconds({ years: 4, reference: '2017-01-01T00:00:00' })).toBe(1461 * day);
  });

  it('takes 29 February for 1 March in a year that has none', () => {
    expect(wrongYearSeconds({ years: 1, reference: '2020-02-29T10:00:00' })).toBe(366 * day);
  });

  it('refuses half years and no date', () => {
    expect(() => wrongYearSeconds({ years: 0.5, reference: '2021-06-04T10:00:00' })).toThrow('whole years');
    expect(() => wrongYearSeconds({ years: 1, reference: '2021' })).toThrow('"2021"');
  });
});
