import { huffmanTables, quantisationSteps, zigzag } from './jpegTables.ts';
import type { HuffmanTable } from './jpegTables.ts';
import type { Surface } from './raster.ts';

// jpeg-js also encodes, but ends in `Buffer.from`, which a browser worker lacks, and takes 100 ms and more.

class BitWriter {
  private bytes = new Uint8Array(1 << 16);
  private length = 0;
  private held = 0;
  private heldBits = 0;

  byte(value: number): void {
    if (this.length === this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes[this.length++] = value;
  }

  word(value: number): void {
    this.byte(value >> 8);
    this.byte(value & 255);
  }

  segment(marker: number, payload: ArrayLike<number>): void {
    this.word(marker);
    this.word(payload.length + 2);
    for (let i = 0; i < payload.length; i++) this.byte(payload[i] ?? 0);
  }

  bits(value: number, count: number): void {
    this.held = (this.held << count) | value;
    this.heldBits += count;
    while (this.heldBits >= 8) {
      this.heldBits -= 8;
      const byte = (this.held >> this.heldBits) & 255;
      this.byte(byte);
      if (byte === 255) this.byte(0);
    }
    this.held &= (1 << this.heldBits) - 1;
  }

  finish(): Uint8Array<ArrayBuffer> {
    if (this.heldBits > 0) this.bits((1 << (8 - this.heldBits)) - 1, 8 - this.heldBits);
    this.word(0xffd9);
    return this.bytes.slice(0, this.length);
  }
}

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

class BlockCoder {
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

function writeHeaders(
  writer: BitWriter,
  surface: Surface,
  steps: Uint8Array[],
  exif: Uint8Array | null,
): void {
  const { width, height } = surface;
  writer.word(0xffd8);
  if (exif) writer.segment(0xffe1, exif);
  steps.forEach((table, index) => {
    writer.segment(0xffdb, [index, ...Array.from(zigzag, (position) => table[position] ?? 0)]);
  });
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  writer.segment(0xffc0, [8, ...size, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
  const { luminanceDc, luminanceAc, chrominanceDc, chrominanceAc } = huffmanTables;
  const tables: [number, HuffmanTable][] = [
    [0x00, luminanceDc],
    [0x10, luminanceAc],
    [0x01, chrominanceDc],
    [0x11, chrominanceAc],
  ];
  for (const [id, table] of tables) writer.segment(0xffc4, [id, ...table.counts, ...table.symbols]);
  writer.segment(0xffda, [3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0]);
}

/**
 * Encodes an RGB surface as a baseline JPEG (4:2:0), the same bytes on every machine.
 * @param quality 1-100, on libjpeg's scale
 * @param exif payload of an APP1 segment, from `Exif\0\0` on; at most 65,533 bytes
 */
export function encodeJpeg(
  surface: Surface,
  quality: number,
  exif: Uint8Array | null = null,
): Uint8Array<ArrayBuffer> {
  const { width, height, data } = surface;
  const steps = [quantisationSteps('luminance', quality), quantisationSteps('chrominance', quality)];
  const [luminanceStep = new Uint8Array(64), chrominanceStep = new Uint8Array(64)] = steps;
  const { luminanceDc, luminanceAc, chrominanceDc, chrominanceAc } = huffmanTables;
  const coders = [
    new BlockCoder(luminanceStep, luminanceDc, luminanceAc),
    new BlockCoder(chrominanceStep, chrominanceDc, chrominanceAc),
    new BlockCoder(chrominanceStep, chrominanceDc, chrominanceAc),
  ] as const;
  const writer = new BitWriter();
  writeHeaders(writer, surface, steps, exif);
  const lumas = [0, 1, 2, 3].map(() => new Float32Array(64));
  const blue = new Float32Array(64);
  const red = new Float32Array(64);
  for (let top = 0; top < height; top += 16) {
    for (let left = 0; left < width; left += 16) {
      blue.fill(0);
      red.fill(0);
      for (let y = 0; y < 16; y++) {
        const row = Math.min(top + y, height - 1) * width;
        for (let x = 0; x < 16; x++) {
          const i = (row + Math.min(left + x, width - 1)) * 3;
          const r = data[i] ?? 0;
          const g = data[i + 1] ?? 0;
          const b = data[i + 2] ?? 0;
          const luma = lumas[(y & 8) / 4 + (x >> 3)];
          if (luma) luma[(y & 7) * 8 + (x & 7)] = 0.299 * r + 0.587 * g + 0.114 * b - 128;
          const half = (y >> 1) * 8 + (x >> 1);
          blue[half] = (blue[half] ?? 0) + 0.25 * (0.5 * b - 0.168736 * r - 0.331264 * g);
          red[half] = (red[half] ?? 0) + 0.25 * (0.5 * r - 0.418688 * g - 0.081312 * b);
        }
      }
      for (const luma of lumas) coders[0].write(luma, writer);
      coders[1].write(blue, writer);
      coders[2].write(red, writer);
    }
  }
  return writer.finish();
}
