import { describe, expect, it } from 'vitest';
import { burstVerdict, type BurstMark } from './burstMark.ts';

const mark = (number: number, event = 7, of = 3): BurstMark => ({ number, of, event, trigger: 'motion' });

describe('burstVerdict', () => {
  it('joins the next photo of the same burst', () => {
    expect(burstVerdict(mark(1), mark(2))).toBe('joins');
  });

  it('starts at the first of a burst, and at any photo of another one', () => {
    expect(burstVerdict(mark(3), mark(1, 8))).toBe('starts');
    expect(burstVerdict(mark(1), mark(2, 8))).toBe('starts');
    expect(burstVerdict(mark(2), mark(3, 7, 5))).toBe('starts');
    expect(burstVerdict(null, mark(1))).toBe('starts');
  });

  it('starts when the camera began to count anew with the same event number', () => {
    expect(burstVerdict(mark(3), mark(1))).toBe('starts');
    expect(burstVerdict(mark(3), mark(2))).toBe('starts');
  });

  it('leaves it to the gap when photos are missing, copied or not numbered', () => {
    expect(burstVerdict(mark(1), mark(3))).toBeNull();
    expect(burstVerdict(mark(2), mark(2))).toBeNull();
    expect(burstVerdict(mark(1), null)).toBeNull();
    expect(burstVerdict(null, mark(2))).toBeNull();
    expect(burstVerdict(undefined, undefined)).toBeNull();
  });
});
