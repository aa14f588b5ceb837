import { describe, expect, it } from 'vitest';
import { orientedSize, orientPixels } from './orientation.ts';
import type { Orientation } from '../../files/image/imageHeader.ts';
import type { RgbaPixels } from '../../files/pixels.ts';

/** A stored photo of 3 x 2 pixels named `abc/def`. */
const stored = ['abc', 'def'];

const upright: [Orientation, string[]][] = [
  [1, ['abc', 'def']],
  [2, ['cba', 'fed']],
  [3, ['fed', 'cba']],
  [4, ['def', 'abc']],
  [5, ['ad', 'be', 'cf']],
  [6, ['da', 'eb', 'fc']],
  [7, ['fc', 'eb', 'da']],
  [8, ['cf', 'be', 'ad']],
];

function toPixels(lines: string[]): RgbaPixels {
  const bytes = Array.from(lines.join(''), (letter) => [letter.charCodeAt(0), 1, 2, 255]).flat();
  return { data: Uint8Array.from(bytes), width: lines[0]?.length ?? 0, height: lines.length };
}

function toLines({ data, width, height }: RgbaPixels): string[] {
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_unused, x) => String.fromCharCode(data[(y * width + x) * 4] ?? 0)).join(
      '',
    ),
  );
}

describe('orientPixels', () => {
  it.each(upright)('turns orientation %i upright', (orientation, lines) => {
    expect(toLines(orientPixels(toPixels(stored), orientation))).toEqual(lines);
  });

  it('keeps pixels whole, also when they do not start at a word of their buffer', () => {
    const pixels = toPixels(stored);
    const shifted = new Uint8Array(pixels.data.length + 1);
    shifted.set(pixels.data, 1);
    const turned = orientPixels({ ...pixels, data: shifted.subarray(1) }, 6);
    expect(toLines(turned)).toEqual(['da', 'eb', 'fc']);
    expect([...turned.data.subarray(1, 4)]).toEqual([1, 2, 255]);
  });
});

describe('orientedSize', () => {
  it.each(upright)('gives the size of orientation %i', (orientation, lines) => {
    expect(orientedSize({ width: 3, height: 2 }, orientation)).toEqual({
      width: lines[0]?.length,
      height: lines.length,
    });
  });
});
