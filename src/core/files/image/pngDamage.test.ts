import { describe, expect, it } from 'vitest';
import { pngDamageFrom } from './pngDamage.ts';

/** A grey pixel, as Pillow writes it. */
const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);

describe('a PNG', () => {
  it('is sound where every checksum holds, whatever follows its end', () => {
    expect(pngDamageFrom(png)).toBeNull();
    expect(pngDamageFrom(Uint8Array.from([...png, 1, 2, 3]))).toBeNull();
  });

  it('is damaged from where a checksum does not hold', () => {
    const turned = png.slice();
    turned[45] = (turned[45] ?? 0) ^ 4;
    expect(pngDamageFrom(turned)).toBeCloseTo(33 / png.length);
    expect(pngDamageFrom(png.slice(0, 50))).not.toBeNull();
    expect(pngDamageFrom(png.slice().fill(0, 40, 60))).not.toBeNull();
  });
});
