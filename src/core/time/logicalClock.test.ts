import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBehind, momentAfter } from './logicalClock.ts';

const noon = '2026-05-01T12:00:00.000Z';

describe('the moment after all that is known', () => {
  it('is now where the clock goes on', () => {
    expect(momentAfter(noon, null)).toEqual({ at: noon });
    expect(momentAfter(noon, '2026-05-01T11:59:59.999Z')).toEqual({ at: noon });
  });

  it('is a millisecond later where the clock was set back, with what the clock showed', () => {
    expect(momentAfter(noon, '2026-05-01T12:00:10.000Z')).toEqual({
      at: '2026-05-01T12:00:10.001Z',
      saidAt: noon,
    });
    expect(momentAfter(noon, noon)).toEqual({ at: '2026-05-01T12:00:00.001Z' });
  });

  it('is never before the last, whatever a file says', () => {
    for (const last of ['9999-12-31T23:59:59.999Z', 'yesterday', '2027-01-01T00:00:00Z', 'zzz']) {
      expect(momentAfter(noon, last).at >= last).toBe(true);
    }
  });

  it('is later than every real moment before it', () => {
    const moment = fc.date({ min: new Date(0), max: new Date('9999-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, moment, (now, last) => {
        const { at } = momentAfter(now.toISOString(), last.toISOString());
        expect(at > last.toISOString() && at >= now.toISOString()).toBe(true);
      }),
    );
  });
});

describe('a clock that is behind', () => {
  it('is one that was set back by more than a second', () => {
    expect(isBehind(noon, null)).toBe(false);
    expect(isBehind(noon, '2026-05-01T12:00:00.900Z')).toBe(false);
    expect(isBehind(noon, '2026-05-01T12:00:10.000Z')).toBe(true);
  });
});
