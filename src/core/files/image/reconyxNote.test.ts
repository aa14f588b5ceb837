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
const letter = (text: string): number => text.charCodeAt(0);
const hyperFire = note(80, [0x01, 0xf1, 0x03, 0x00], {
  0x0c: [letter('M'), 2, 3, 0, 3261],
  0x16: [9, 43, 20, 4, 11, 2021],
  0x2a: utf16('P800BD05003063\0'),
});

describe('readReconyxNote', () => {
  it('reads date, serial and burst of a HyperFire', () => {
    expect(readReconyxNote(hyperFire, null)).toEqual({
      dateTime: '2021:04:11 20:43:09',
      serial: 'P800BD05003063',
      burst: { number: 2, of: 3, event: 3261, trigger: 'motion' },
    });
  });

  it('reads serial and burst of a HyperFire 2, whose events go on counting past 65535', () => {
    const hyperFire2 = note(160, [...Buffer.from('RECONYXH2\0')], {
      0x34: [letter('T'), 1, 1, 1, 5],
      0x7e: utf16('H2RXEM06043616\0'),
    });
    expect(readReconyxNote(hyperFire2, 'RECONYX')).toEqual({
      dateTime: null,
      serial: 'H2RXEM06043616',
      burst: { number: 1, of: 1, event: 65_541, trigger: 'time-lapse' },
    });
  });

  it('takes no burst from a wiped note, nor a fourth photo of three', () => {
    const wiped = note(80, [0x01, 0xf1, 0x03, 0x00], {});
    const impossible = note(80, [0x01, 0xf1, 0x03, 0x00], { 0x0c: [letter('M'), 4, 3, 0, 1] });
    expect(readReconyxNote(wiped, 'RECONYX')?.burst).toBeNull();
    expect(readReconyxNote(impossible, 'RECONYX')?.burst).toBeNull();
  });

  it('leaves the notes of others alone', () => {
    expect(readReconyxNote(Uint8Array.from(Buffer.from('Nikon\0')), 'NIKON')).toBeNull();
    const alike = hyperFire.slice();
    alike[2] = 7;
    expect(readReconyxNote(alike, 'BUSHNELL')).toBeNull();
    expect(readReconyxNote(alike, 'RECONYX')).not.toBeNull();
  });
});
