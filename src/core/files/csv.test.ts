import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { toCsv, unguarded } from './csv.ts';

describe('toCsv', () => {
  it('writes a header, CRLF line ends, and quotes only where they are needed', () => {
    expect(
      toCsv(
        ['path', 'n'],
        [
          ['a.jpg', 1],
          ['b, "c".jpg', null],
        ],
      ),
    ).toBe('path,n\r\na.jpg,1\r\n"b, ""c"".jpg",\r\n');
  });

  it('writes the header alone when there are no rows', () => {
    expect(toCsv(['path', 'label'], [])).toBe('path,label\r\n');
  });

  it.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1+1'])(
    'never lets a spreadsheet run %j',
    (text) => {
      const [, row] = Papa.parse<string[]>(toCsv(['path'], [[text]]).trimEnd()).data;
      expect(row?.[0]).toBe(`'${text}`);
    },
  );

  it.each(['x;=1+1;y', 'x\t=1+1', 'a;-1+cmd', 'a;b; @SUM(A1)', 'note\n+1', 'x;"=1+1"', "x;'=1"])(
    'is no formula where a spreadsheet splits %j at semicolons, tabs or lines',
    (text) => {
      const split = toCsv(['note'], [[text]]).split(/[;\t\r\n]/);
      expect(split.filter((cell) => /^ *"*[=+\-@]/.test(cell))).toEqual([]);
    },
  );

  it('gives back every text that it guarded, also one that looks guarded', () => {
    const odd = fc.string({ unit: fc.constantFrom('a', ' ', ';', "'", '"', '=', '-', '\t', '\n') });
    fc.assert(
      fc.property(fc.oneof(odd, fc.string({ unit: 'binary' })), (text) => {
        const { data } = Papa.parse<string[]>(toCsv(['text', 'x'], [[text, 'x']]), { newline: '\r\n' });
        expect(unguarded(data[1]?.[0] ?? '')).toBe(text);
      }),
    );
  });

  it('leaves numbers numbers, also negative ones', () => {
    expect(toCsv(['longitude'], [[-116.9]])).toBe('longitude\r\n-116.9\r\n');
  });

  it('is read back to what was written, whatever the names are', () => {
    const harmless = fc
      .string({ unit: 'binary' })
      .filter((text) => text !== '' && !/(?:^|[;\t\r\n])[ "']*[=+\-@\t\r\n＝＋－＠]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(harmless, harmless), { minLength: 1 }), (rows) => {
        const { data } = Papa.parse<string[]>(toCsv(['left', 'right'], rows), {
          newline: '\r\n',
          skipEmptyLines: true,
        });
        expect(data.slice(1)).toEqual(rows);
      }),
    );
  });
});
