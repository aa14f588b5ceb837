import { describe, expect, it } from 'vitest';
import { readReconyxNote } from './reconyxNote.ts';

function note(length: number, start: number[], parts: Record<number, number[]>): Uint8Array {
  const bytes = new Uint8Array(length);
  bytes.set(start);
  for (const [offset, words] of Object.entries(parts)) {
    bytes.set(
      words.flatMap((word) => [word & 255, word >> 8]),
      Number(offset),
    );
  }
  return bytes;
}

const utf16 = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));
const hyperFire = note(80, [0x01, 0xf1, 0x03, 0x00], {
  0x16: [9, 43, 20, 4, 11, 2021],
  0x2a: utf16('P800BD05003063\0'),
});

describe('readReconyxNote', () => {
  it('reads date and serial of a HyperFire', () => {
    expect(readReconyxNote(hyperFire, null)).toEqual({
      dateTime: '2021:04:11 20:43:09',
      serial: 'P800BD05003063',
    });
  });

  it('reads the serial of a HyperFire 2', () => {
    const hyperFire2 = note(160, [...Buffer.from('RECONYXH2\0')], { 0x7e: utf16('H2RXEM06043616\0') });
    expect(readReconyxNote(hyperFire2, 'RECONYX')).toEqual({ dateTime: null, serial: 'H2RXEM06043616' });
  });

  it('leaves the notes of others alone', () => {
    expect(readReconyxNote(Uint8Array.from(Buffer.from('Nikon\0')), 'NIKON')).toBeNull();
    const alike = hyperFire.slice();
    alike[2] = 7;
    expect(readReconyxNote(alike, 'BUSHNELL')).toBeNull();
    expect(readReconyxNote(alike, 'RECONYX')).not.toBeNull();
  });
});
