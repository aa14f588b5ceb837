import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatUtcOffset, parseUtcOffset, utcSeconds } from './utcOffset.ts';

describe('parseUtcOffset', () => {
  it('reads what people and files write', () => {
    expect(['+02:00', '-0330', 'Z', ' +05:45 ', '−07:00', '-00:00'].map(parseUtcOffset)).toEqual([
      7200, -12_600, 0, 20_700, -25_200, 0,
    ]);
  });

  it('refuses what no zone has', () => {
    expect(['', '2', '+2:00', '+02:60', '+14:01', 'Europe/Rome'].map(parseUtcOffset)).toEqual(
      Array(6).fill(null),
    );
  });

  it('reads back what is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -840, max: 840 }), (minutes) => {
        expect(parseUtcOffset(formatUtcOffset(minutes * 60))).toBe(minutes * 60);
      }),
    );
  });
});

describe('utcSeconds', () => {
  it('is a moment where there is an offset, and none where there is none', () => {
    const time = { civil: '2021-06-04T18:32:05', subsecond: '5', offset: '-07:00', source: 'exif' as const };
    expect(utcSeconds(time)).toBe(Date.parse('2021-06-05T01:32:05.5Z') / 1000);
    expect(utcSeconds({ ...time, offset: null })).toBeNull();
  });
});
