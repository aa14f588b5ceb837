import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parseCsv, toCsv, unguarded } from './csv.ts';

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
        expect(unguarded(parseCsv(toCsv(['text', 'x'], [[text, 'x']]))[1]?.[0] ?? '')).toBe(text);
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

describe('parseCsv', () => {
  it.each([
    [
      'commas',
      'a,b\r\n1,;;;\r\n',
      [
        ['a', 'b'],
        ['1', ';;;'],
      ],
    ],
    [
      'semicolons',
      'a;b\n"1;2";3,4,5\n',
      [
        ['a', 'b'],
        ['1;2', '3,4,5'],
      ],
    ],
    [
      'tabs',
      '\uFEFFa, x\tb\tc\n1\t2\t3\n',
      [
        ['a, x', 'b', 'c'],
        ['1', '2', '3'],
      ],
    ],
    ['nothing', '\n\nspecies\nfox; red\n', [['species'], ['fox; red']]],
  ])('separates cells at what the first line has: %s', (_, text, rows) => {
    expect(parseCsv(text)).toEqual(rows);
  });

  it('gives back every cell of a table of its own, whatever was written in it', () => {
    const odd = fc
      .string({ unit: fc.constantFrom('a', ';', ',', '"', '\t', '\n') })
      .map((text) => `x${text}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(odd, odd, odd)), (rows) => {
        const head = ['path', 'label', 'notes'];
        expect(parseCsv(toCsv(head, rows))).toEqual([head, ...rows]);
      }),
    );
  });
});
