import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colourOf, isGrey } from './greyness.ts';

type Colour = [red: number, green: number, blue: number];

/** 60 × 40 pixels by a rule for each. */
function photo(colourAt: (x: number, y: number) => Colour): { data: Uint8Array<ArrayBuffer> } {
  const data = new Uint8Array(60 * 40 * 4);
  for (let index = 0; index < 60 * 40; index += 1) {
    data.set([...colourAt(index % 60, Math.floor(index / 60)), 255], index * 4);
  }
  return { data };
}

const brightness = (x: number, y: number): number => 40 + ((x * 7 + y * 13) % 160);
const infrared = (x: number, y: number): Colour => {
  const level = brightness(x, y);
  return [level, level, level];
};
const meadow = (x: number, y: number): Colour => {
  const level = brightness(x, y);
  return y < 15 ? [level * 0.7, level * 0.85, level] : [level * 0.8, level, level * 0.5];
};

describe('isGrey', () => {
  it('knows infra-red from daylight', () => {
    expect(isGrey(photo(infrared))).toBe(true);
    expect(isGrey(photo(meadow))).toBe(false);
  });

  it('takes the violet of some infra-red cameras for grey', () => {
    const violet = photo((x, y) => {
      const level = brightness(x, y);
      return [level * 1.1 + 4, level * 0.9, level * 1.15 + 6];
    });
    expect(isGrey(violet)).toBe(true);
  });

  it('is not deceived by the coloured bar with the camera maker’s logo', () => {
    expect(isGrey(photo((x, y) => (y >= 37 ? [200, 30, 30] : infrared(x, y))))).toBe(true);
    const daylightWithBar = photo((x, y) => (y >= 37 ? [0, 0, 0] : meadow(x, y)));
    expect(isGrey(daylightWithBar)).toBe(false);
  });

  it('bears the noise of JPEG', () => {
    const noisy = photo((x, y) => {
      const level = brightness(x, y);
      return [level + ((x * 31 + y * 17) % 3) - 1, level, level + ((x * 13 + y * 29) % 3) - 1];
    });
    expect(isGrey(noisy)).toBe(true);
  });

  it('gives a number for any pixels, none at all included', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const data = Uint8Array.from(bytes.subarray(0, bytes.length - (bytes.length % 4)));
        expect(colourOf({ data })).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
