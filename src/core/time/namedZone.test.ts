import { describe, expect, it } from 'vitest';
import { isZoneName, offsetInZone } from './namedZone.ts';

describe('zones by name', () => {
  it.each([
    ['Africa/Nairobi', '2021-06-04T18:32:05', '+03:00'],
    ['Europe/Madrid', '2021-06-04T18:32:05', '+02:00'],
    ['Europe/Madrid', '2021-12-04T18:32:05', '+01:00'],
    ['Europe/Madrid', '2021-03-28T01:59:59', '+01:00'],
    ['Europe/Madrid', '2021-03-28T03:00:01', '+02:00'],
    ['America/St_Johns', '2021-12-04T18:32:05', '-03:30'],
    ['Asia/Kathmandu', '2021-12-04T18:32:05', '+05:45'],
    ['america/los_angeles', '2019-07-01T00:00:00', '-07:00'],
    ['UTC', '2019-07-01T00:00:00', '+00:00'],
  ])('%s at %s is %s', (name, civil, offset) => {
    expect(isZoneName(name)).toBe(true);
    expect(offsetInZone(name, civil)).toBe(offset);
  });

  it('are not anything else', () => {
    for (const name of ['', 'Africa', 'Africa/Nowhere', '+02:00', 'local', '3']) {
      expect(isZoneName(name)).toBe(false);
    }
    expect(offsetInZone('Africa/Nairobi', 'yesterday')).toBeNull();
  });
});
