/** IEEE 754 half precision: 1 sign bit, 5 exponent bits, 10 fraction bits. Browsers before 2025 lack `Float16Array`. */
const word = new Uint32Array(1);
const single = new Float32Array(word.buffer);

/** Shifts right and rounds to the nearest, halves to even. */
function shiftRounded(value: number, bits: number): number {
  const kept = value >>> bits;
  const rest = value & ((1 << bits) - 1);
  const middle = 1 << (bits - 1);
  return rest > middle || (rest === middle && (kept & 1) === 1) ? kept + 1 : kept;
}

/** The 16 bits of a number in half precision; beyond 65,504 it becomes infinite. */
export function float16Bits(value: number): number {
  single[0] = value;
  const bits = word[0] as number;
  const sign = (bits >>> 16) & 0x8000;
  const exponent = ((bits >>> 23) & 0xff) - 127 + 15;
  const fraction = bits & 0x7fffff;
  if (exponent === 0xff - 127 + 15) return sign | 0x7c00 | (fraction === 0 ? 0 : 0x200);
  if (exponent >= 31) return sign | 0x7c00;
  if (exponent < -10) return sign;
  // Numbers too small for a leading 1 keep it as one of their fraction bits.
  if (exponent <= 0) return sign | shiftRounded(fraction | 0x800000, 14 - exponent);
  // Rounding up the fraction carries into the exponent, as it should.
  return sign | shiftRounded((exponent << 23) | fraction, 13);
}

/** The number that 16 bits in half precision stand for. */
export function fromFloat16Bits(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
