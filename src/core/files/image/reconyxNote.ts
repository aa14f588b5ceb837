import type { BurstMark, CaptureTrigger } from './burstMark.ts';
import { ByteView } from '../byteView.ts';

/** What a Reconyx maker note adds to EXIF. */
export interface ReconyxNote {
  /** As EXIF writes dates, `YYYY:MM:DD HH:MM:SS`; HyperFire only. */
  dateTime: string | null;
  serial: string;
  /** null when the numbers make no sense, as in a note that was wiped. */
  burst: BurstMark | null;
}

const serialCharacters = 15;

/** UTF-16, as far as its first NUL. */
function serialAt(view: ByteView, offset: number): string {
  const units = Array.from({ length: serialCharacters }, (_, index) => view.uint16(offset + index * 2));
  return String.fromCharCode(...units).replace(/\0.*$/s, '');
}

/** Six 16-bit numbers: second, minute, hour, month, day, year. */
function dateTimeAt(view: ByteView, offset: number): string {
  const [second, minute, hour, month, day, year] = Array.from({ length: 6 }, (_, index) =>
    String(view.uint16(offset + index * 2)).padStart(2, '0'),
  );
  return `${year ?? ''}:${month ?? ''}:${day ?? ''} ${hour ?? ''}:${minute ?? ''}:${second ?? ''}`;
}

/** `C` ("CodeLoc not entered") is an alarm of the motion sensor as well. */
const triggers: Partial<Record<string, CaptureTrigger>> = {
  C: 'motion',
  E: 'external-sensor',
  M: 'motion',
  P: 'point-and-shoot',
  T: 'time-lapse',
};

/** A letter, then 16-bit numbers: place in the burst, length of the burst, event (high word first). */
function burstAt(view: ByteView, offset: number): BurstMark | null {
  const number = view.uint16(offset + 2);
  const of = view.uint16(offset + 4);
  if (number < 1 || number > of) return null;
  const event = view.uint16(offset + 6) * 65_536 + view.uint16(offset + 8);
  return { number, of, event, trigger: triggers[view.text(offset, 1)] ?? null };
}

/**
 * Reads the maker note of Reconyx HyperFire (its first word is F101) and HyperFire 2 (`RECONYXH2`) cameras; offsets
 * as in exiftool's table of Reconyx tags. Frames that lost their EXIF date in an editor often still have this one.
 *
 * @param make the EXIF maker; old notes without one are told by their second word
 * @returns null for notes of other makers and models
 */
export function readReconyxNote(note: Uint8Array, make: string | null): ReconyxNote | null {
  const view = new ByteView(note, true);
  if (view.text(0, 10) === 'RECONYXH2\0') {
    return { dateTime: null, serial: serialAt(view, 0x7e), burst: burstAt(view, 0x34) };
  }
  const version = view.uint16(2);
  if (view.uint16(0) !== 0xf101 || (make !== 'RECONYX' && version !== 2 && version !== 3)) return null;
  return { dateTime: dateTimeAt(view, 0x16), serial: serialAt(view, 0x2a), burst: burstAt(view, 0x0c) };
}
