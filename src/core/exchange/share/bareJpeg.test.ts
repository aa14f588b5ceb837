import fc from 'fast-check';
import jpeg from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { encodeJpeg } from '../../../drawn/jpegEncoder.ts';
import { bareJpeg } from './bareJpeg.ts';

const surface = {
  width: 40,
  height: 24,
  data: Uint8ClampedArray.from({ length: 40 * 24 * 3 }, (_, index) => (index * 37) % 255),
};
const secret = new TextEncoder().encode('Exif\0\0GPS 51.5N');
const plain = encodeJpeg(surface, 80);

/** A marker segment with a secret in it. */
function segment(marker: number): number[] {
  return [0xff, marker, 0, secret.length + 2, ...secret];
}

const textOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

describe('a JPEG with its pixels and nothing else', () => {
  it('loses everything that was said beside the pixels, before and after them', () => {
    const talkative = [0xe0, 0xe1, 0xe2, 0xed, 0xee, 0xfe].flatMap(segment);
    const bytes = Uint8Array.from([...plain.subarray(0, 2), ...talkative, ...plain.subarray(2), ...secret]);
    const bare = bareJpeg(bytes);
    expect(textOf(bare)).not.toContain('GPS');
    expect(bare).toEqual(plain);
    expect(jpeg.decode(bare).data).toEqual(jpeg.decode(bytes).data);
  });

  it('leaves a bare one as it is', () => {
    expect(bareJpeg(plain)).toEqual(plain);
  });

  it('refuses what cannot be followed to its end', () => {
    expect(() => bareJpeg(new Uint8Array([1, 2, 3]))).toThrow(RangeError);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: plain.length - 1 }), (length) => {
        expect(() => bareJpeg(plain.slice(0, length))).toThrow(RangeError);
      }),
      { numRuns: 50 },
    );
  });

  it('never runs on for ever, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(0xff, 0, 1, 2, 0xda, 0xdb), fc.nat({ max: 255 })), {
          maxLength: 60,
        }),
        (tail) => {
          try {
            bareJpeg(Uint8Array.from([0xff, 0xd8, ...tail]));
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError);
          }
        },
      ),
      { numRuns: 2000 },
    );
    for (const tail of [
      [0xff],
      [0xff, 0xdb],
      [0xff, 0xdb, 0],
      [0xff, 0xdb, 0, 0, 0xff],
      [0xff, 0xda, 0, 1, 0xff],
    ])
      expect(() => bareJpeg(Uint8Array.from([0xff, 0xd8, ...tail]))).toThrow(RangeError);
  });
});
