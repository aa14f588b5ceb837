import { BitWriter } from './bitWriter.ts';
import { BlockCoder } from './blockCoder.ts';
import { huffmanTables, quantisationSteps, zigzag } from '../core/files/jpeg/jpegTables.ts';
import type { HuffmanTable } from '../core/files/jpeg/jpegTables.ts';
import type { Surface } from './raster.ts';

// jpeg-js also encodes, but ends in `Buffer.from`, which a browser worker lacks, and takes 100 ms and more.

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
