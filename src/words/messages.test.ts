import { describe, expect, test } from 'vitest';
import { inEnglish } from './english.ts';
import { importsInEnglish } from './english/imports.ts';
import { lateInEnglish } from './english/late.ts';
import { formatsOf } from './formats.ts';
import { inSpanish, lateInSpanish } from './spanish.ts';

type Say = (...parameters: (number | string)[]) => string | number;

/** Most parameters are numbers, or are put into the text as they are; the others are words. */
function saidOf(say: Say, count: number): string {
  const parameters = Array.from({ length: say.length }, () => count);
  try {
    return String(say(...parameters));
  } catch {
    return String(say(...parameters.map(String)));
  }
}

/** Every text of a catalogue with its name; those with parameters are said with numbers, of one and of many. */
function texts(catalogue: object, count: number, path = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    const own = path === '' ? name : `${path}.${name}`;
    if (typeof value === 'string') return [[own, value]];
    if (typeof value === 'function') {
      return [[own, saidOf(value as Say, count)]];
    }
    return typeof value === 'object' && value !== null ? texts(value, count, own) : [];
  });
}

const english = {
  ...inEnglish(formatsOf('en')),
  late: { ...lateInEnglish(formatsOf('en')), imports: importsInEnglish(formatsOf('en')) },
};
const spanish = { ...inSpanish(formatsOf('es')), late: lateInSpanish(formatsOf('es')) };

/** Words that are the same in both languages, names and signs. */
const same =
  /^(?:(?:labels|kinds|roles|review\.buttons)\.animal|late\.exports\.names\..*\.name|late\.exports\.values\.(?:no|experimental)|late\.cameraData\.(?:bytes|blocks\.(?:exif|gps|iptc|xmp))|.*\.(?:north|metres|of)|.*(?:code|license|licence|accuracySource|version|format|units?)\b.*)$/i;

describe('the catalogue', () => {
  test.each([1, 2])('has every text in both languages, said of %i', (count) => {
    const inEach = [texts(english, count), texts(spanish, count)];
    expect(inEach[1]?.map(([name]) => name)).toEqual(inEach[0]?.map(([name]) => name));
    for (const [name, text] of inEach.flat()) {
      expect(text.trim(), name).not.toBe('');
      expect(text, name).not.toMatch(/undefined|\[object|NaN/);
    }
  });

  test('is really translated', () => {
    const inSpanishTexts = new Map(texts(spanish, 2));
    const untranslated = texts(english, 2).filter(
      ([name, text]) => /[a-z]{3}/i.test(text) && inSpanishTexts.get(name) === text && !same.test(name),
    );
    expect(untranslated).toEqual([]);
  });

  test('counts as people count', () => {
    expect(english.late.understand.evaluation.shownOf(1, 1)).toBe('1 of 1 sequence');
    expect(english.late.understand.evaluation.shownOf(24, 12_345)).toBe('24 of 12,345 sequences');
    expect(spanish.late.understand.evaluation.shownOf(24, 12_345)).toBe('24 de 12.345 secuencias');
  });
});

describe('formats', () => {
  const f = formatsOf('en-GB');

  test('a civil date stays what it was, wherever the reader is', () => {
    const lastSecond = Date.UTC(2025, 4, 31, 23, 59, 59) / 1000;
    expect(f.date(lastSecond)).toBe('31 May 2025');
    expect(f.dateTime(lastSecond)).toBe('31 May 2025, 23:59:59');
    expect(formatsOf('es').month(lastSecond)).toBe('may 2025');
  });

  test('numbers are no more exact than asked for', () => {
    expect(f.decimal(3.456, 1)).toBe('3.5');
    expect(formatsOf('es').decimal(3.456, 2)).toBe('3,46');
    expect(f.percent(0.126)).toBe('13%');
    expect(f.bytes(0)).toBe('0 B');
    expect(f.bytes(2_340_000_000)).toBe('2.3 GB');
    expect(f.list(['a', 'b', 'c'])).toBe('a, b and c');
  });
});
