import { describe, expect, it } from 'vitest';
import { isTruncated } from './truncation.ts';

const png = [
  ...new TextEncoder().encode('\x89PNG pixels'),
  0,
  0,
  0,
  0,
  0x49,
  0x45,
  0x4e,
  0x44,
  0xae,
  0x42,
  0x60,
  0x82,
];
const jpeg = [0xff, 0xd8, 0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9];
const webp = [...new TextEncoder().encode('RIFF'), 6, 0, 0, 0, ...new TextEncoder().encode('WEBPxx')];

describe('isTruncated', () => {
  it.each([
    ['jpeg', jpeg],
    ['png', png],
    ['webp', webp],
  ] as const)('tells a whole %s, also with bytes after its end, from one that is cut', (format, bytes) => {
    expect(isTruncated(Uint8Array.from(bytes), format)).toBe(false);
    expect(isTruncated(Uint8Array.from([...bytes, 0, 0, 7]), format)).toBe(false);
    expect(isTruncated(Uint8Array.from(bytes.slice(0, -1)), format)).toBe(true);
  });

  it('leaves other formats to the decoder', () => {
    expect(isTruncated(Uint8Array.of(1), 'avif')).toBe(false);
  });
});
