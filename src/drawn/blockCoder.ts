import type { BitWriter } from './bitWriter.ts';
import { zigzag } from '../core/files/jpeg/jpegTables.ts';
import type { HuffmanTable } from '../core/files/jpeg/jpegTables.ts';

// Half the cosines of k * pi / 16, written out so that no engine's own cosine decides a byte.
const c1 = 0.4903926402016152;
const c2 = 0.46193976625564337;
const c3 = 0.4157348061512726;
const c4 = 0.35355339059327373;
const c5 = 0.2777851165098011;
const c6 = 0.1913417161825449;
const c7 = 0.09754516100806412;

function transformLine(block: Float32Array, start: number, step: number): void {
  const x0 = block[start] ?? 0;
  const x1 = block[start + step] ?? 0;
  const x2 = block[start + 2 * step] ?? 0;
  const x3 = block[start + 3 * step] ?? 0;
  const x4 = block[start + 4 * step] ?? 0;
  const x5 = block[start + 5 * step] ?? 0;
  const x6 = block[start + 6 * step] ?? 0;
  const x7 = block[start + 7 * step] ?? 0;
  const a0 = x0 + x7 + x3 + x4;
  const a1 = x1 + x6 + x2 + x5;
  const a2 = x0 + x7 - x3 - x4;
  const a3 = x1 + x6 - x2 - x5;
  const d0 = x0 - x7;
  const d1 = x1 - x6;
  const d2 = x2 - x5;
  const d3 = x3 - x4;
  block[start] = (a0 + a1) * c4;
  block[start + 4 * step] = (a0 - a1) * c4;
  block[start + 2 * step] = a2 * c2 + a3 * c6;
  block[start + 6 * step] = a2 * c6 - a3 * c2;
  block[start + step] = d0 * c1 + d1 * c3 + d2 * c5 + d3 * c7;
  block[start + 3 * step] = d0 * c3 - d1 * c7 - d2 * c1 - d3 * c5;
  block[start + 5 * step] = d0 * c5 - d1 * c1 + d2 * c7 + d3 * c3;
  block[start + 7 * step] = d0 * c7 - d1 * c5 + d2 * c3 - d3 * c1;
}

/** Codes the blocks of one colour component of a JPEG, one after the other. */
export class BlockCoder {
  private previousDc = 0;
  private readonly levels = new Int32Array(64);
  private readonly inverseSteps: Float32Array;

  constructor(
    steps: Uint8Array,
    private readonly dc: HuffmanTable,
    private readonly ac: HuffmanTable,
  ) {
    this.inverseSteps = Float32Array.from(steps, (step) => 1 / step);
  }

  private value(level: number, category: number, writer: BitWriter): void {
    if (category > 0) writer.bits(level < 0 ? level + (1 << category) - 1 : level, category);
  }

  /** Transforms, quantises and writes 64 samples (-128 to 127); overwrites them. */
  write(block: Float32Array, writer: BitWriter): void {
    for (let row = 0; row < 8; row++) transformLine(block, row * 8, 1);
    for (let column = 0; column < 8; column++) transformLine(block, column, 8);
    const { levels, inverseSteps, dc, ac } = this;
    let last = 0;
    for (let i = 0; i < 64; i++) {
      const position = zigzag[i] ?? 0;
      const scaled = (block[position] ?? 0) * (inverseSteps[position] ?? 0);
      const level = (scaled + (scaled < 0 ? -0.5 : 0.5)) | 0;
      levels[i] = level;
      if (level !== 0) last = i;
    }
    const level = levels[0] ?? 0;
    const difference = level - this.previousDc;
    this.previousDc = level;
    const dcCategory = 32 - Math.clz32(Math.abs(difference));
    writer.bits(dc.codes[dcCategory] ?? 0, dc.lengths[dcCategory] ?? 0);
    this.value(difference, dcCategory, writer);
    let zeros = 0;
    for (let i = 1; i <= last; i++) {
      const coefficient = levels[i] ?? 0;
      if (coefficient === 0) {
        zeros++;
        continue;
      }
      for (; zeros > 15; zeros -= 16) writer.bits(ac.codes[0xf0] ?? 0, ac.lengths[0xf0] ?? 0);
      const category = 32 - Math.clz32(Math.abs(coefficient));
      const symbol = (zeros << 4) | category;
      writer.bits(ac.codes[symbol] ?? 0, ac.lengths[symbol] ?? 0);
      this.value(coefficient, category, writer);
      zeros = 0;
    }
    if (last < 63) writer.bits(ac.codes[0] ?? 0, ac.lengths[0] ?? 0);
  }
}
