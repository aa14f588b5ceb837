import { describe, expect, it } from 'vitest';
import { parseCivil } from './civilShift.ts';
import { offsetAt, type DeploymentZone } from './timeZone.ts';

// Rome in 2021.
const zone: DeploymentZone = {
  utcOffset: '+01:00',
  transitions: [
    { from: '2021-03-28T02:00:00', utcOffset: '+02:00' },
    { from: '2021-10-31T03:00:00', utcOffset: '+01:00' },
  ],
};
const at = (civil: string) => offsetAt(zone, parseCivil(civil) ?? NaN);

describe('offsetAt', () => {
  it('is one offset for a camera that never changes its clock', () => {
    expect(offsetAt({ utcOffset: '-07:00', transitions: [] }, 0)).toEqual({ seconds: -25_200, doubt: null });
  });

  it('changes in spring, and says when the clocks never showed the hour', () => {
    expect(at('2021-03-28T01:59:59')).toEqual({ seconds: 3600, doubt: null });
    expect(at('2021-03-28T02:30:00')).toEqual({ seconds: 3600, doubt: 'skipped' });
    expect(at('2021-03-28T03:00:00')).toEqual({ seconds: 7200, doubt: null });
  });

  it('changes in autumn, and says when the clocks showed the hour twice', () => {
    expect(at('2021-10-31T01:59:59')).toEqual({ seconds: 7200, doubt: null });
    expect(at('2021-10-31T02:30:00')).toEqual({ seconds: 7200, doubt: 'repeated' });
    expect(at('2021-10-31T03:00:00')).toEqual({ seconds: 3600, doubt: null });
  });

  it('refuses a name of a zone instead of guessing its offset', () => {
    expect(() => offsetAt({ utcOffset: 'Europe/Rome', transitions: [] }, 0)).toThrow('"Europe/Rome"');
  });
});
