import { describe, expect, it } from 'vitest';
import { secondsRemaining, SpeedMeter } from './progress.ts';

describe('SpeedMeter', () => {
  it('says nothing before it has seen two seconds and three photos', () => {
    const meter = new SpeedMeter();
    meter.add(0, 0);
    meter.add(1500, 100);
    expect(meter.photosPerSecond()).toBeNull();
    meter.add(10_000, 100);
    expect(meter.photosPerSecond()).toBe(10);
  });

  it('forgets how quick the run was before its window', () => {
    const meter = new SpeedMeter(10_000);
    for (let second = 0; second <= 20; second += 1) meter.add(second * 1000, second * 10);
    for (let second = 21; second <= 40; second += 1) meter.add(second * 1000, 200 + (second - 20));
    expect(meter.photosPerSecond()).toBeCloseTo(1, 5);
  });
});

describe('secondsRemaining', () => {
  it('is nothing at the end, unknown without a speed, and plain division otherwise', () => {
    expect(secondsRemaining(0, null)).toBe(0);
    expect(secondsRemaining(5, null)).toBeNull();
    expect(secondsRemaining(120, 4)).toBe(30);
  });
});
