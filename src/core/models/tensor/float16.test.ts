import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { float16Bits, fromFloat16Bits } from './float16.ts';

/* numpy: int(numpy.float32(x).astype(numpy.float16).view(numpy.uint16)) */
const numpyBits: [number, number][] = [
  [0.1, 11878],
  [1 / 3, 13653],
  [0.485, 14275],
  [-2.1179, 49212],
  [65504, 31743],
  [65519.9, 31743],
  [65520, 31744],
  [1e9, 31744],
  [-0, 32768],
  [1 + 1 / 2048, 15360],
  [1 + 3 / 2048, 15362],
  [6.1e-5, 1023],
  [6e-8, 1],
  [2.99e-8, 1],
  [2.98e-8, 0],
  [1.5 * 2 ** -24, 2],
  [2.5 * 2 ** -24, 2],
  [1e-8, 0],
];

describe('float16', () => {
  it.each(numpyBits)('rounds %d as numpy', (value, bits) => {
    expect(float16Bits(value)).toBe(bits);
  });

  it('reads all 65,536 halves as numpy', () => {
    /*
     * v = numpy.arange(65536, dtype=numpy.uint16).view(numpy.float16).astype(numpy.float32)
     * v = numpy.nan_to_num(v, nan=-1.5, posinf=70000, neginf=-70000)
     * hashlib.sha256(v.astype("<f4").tobytes()).hexdigest()
     */
    const values = Float32Array.from({ length: 65536 }, (_, bits) => {
      const value = fromFloat16Bits(bits);
      if (Number.isNaN(value)) return -1.5;
      return Number.isFinite(value) ? value : Math.sign(value) * 70000;
    });
    expect(createHash('sha256').update(Buffer.from(values.buffer)).digest('hex')).toBe(
      'c9134c8a735e4f7498c3e933b895e9fe0ec47ae2c4a48b1db888d7a9d2f81838',
    );
  });

  it('writes back every half it read', () => {
    for (let bits = 0; bits < 65536; bits += 1) {
      const value = fromFloat16Bits(bits);
      if (!Number.isNaN(value)) expect(float16Bits(value)).toBe(bits);
    }
    expect(fromFloat16Bits(float16Bits(NaN))).toBeNaN();
  });
});
