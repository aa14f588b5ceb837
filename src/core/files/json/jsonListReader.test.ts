import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonListText } from './jsonText.ts';
import { JsonListReader, readJsonList } from './jsonListReader.ts';
import { UnreadableFileError } from '../unreadableFile.ts';

function cut(text: string, size: number): string[] {
  return text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];
}

describe('JsonListReader', () => {
  it('reads the same whatever the pieces it is given, and whatever is in the strings', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('"images": [', ']}', '\\', '"', 'NaN'),
    );
    const item = fc.oneof(
      name,
      fc.integer(),
      fc.constant(null),
      fc.array(name),
      fc.record({ file: name, images: fc.array(name), deep: fc.record({ x: name }) }),
    );
    const file = fc.record({
      before: name,
      images: fc.array(item),
      after: fc.record({ images: fc.array(name) }),
    });
    fc.assert(
      fc.property(file, fc.integer({ min: 1, max: 40 }), fc.boolean(), (value, size, pretty) => {
        const text = JSON.stringify(value, null, pretty ? 1 : 0);
        const { head, items } = readJsonList(cut(text, size), 'images');
        expect(items.map((each) => each.value)).toEqual(value.images);
        expect(head).toEqual({ ...value, images: [] });
      }),
    );
  });

  it('reads back what the writer wrote', () => {
    const items = Array.from({ length: 1201 }, (_, index) => ({ file: `${index}.jpg` }));
    const { head, items: read } = readJsonList(jsonListText({ info: { a: 1 } }, 'images', items), 'images');
    expect(head['info']).toEqual({ a: 1 });
    expect(read.map(({ value }) => value)).toEqual(items);
    expect(readJsonList(jsonListText({}, 'images', []), 'images').items).toEqual([]);
  });

  it('reads a file that is a bare list', () => {
    expect(readJsonList(['\uFEFF [1, {"a": [2]}]'], 'images').items.map(({ value }) => value)).toEqual([
      1,
      { a: [2] },
    ]);
  });

  it('reads the numbers that only Python has, and leaves names alone', () => {
    const { items } = readJsonList(
      ['{"images": [{"file": "NaN.jpg", "conf": NaN, "x": -Infinity}]}'],
      'images',
    );
    expect(items[0]?.value).toEqual({ file: 'NaN.jpg', conf: null, x: null });
  });

  it.each(['', '  ', '{"images": [', '{"images": [{"file": "a', '"just text"', '{"images": [}]}', 'no json'])(
    'refuses %j in words',
    (text) => {
      expect(() => readJsonList([text], 'images')).toThrow(UnreadableFileError);
    },
  );

  it('hands items on before the file has ended', () => {
    const seen: unknown[] = [];
    const reader = new JsonListReader('images', (value) => seen.push(value));
    reader.push('{"images": [{"file": "a"}, {"fi');
    expect(seen).toEqual([{ file: 'a' }]);
  });
});
