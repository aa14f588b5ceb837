import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packColumn, unpackColumn } from './columns.ts';

const names = fc.constantFrom('id', 'make', 'width', 'captureTime', 'burst', '1');
const plain = fc.oneof(
  fc.constantFrom<unknown[]>(null, undefined, true, false, 0, -0, NaN, Infinity, '', 'Ridge/a.jpg'),
  fc.string(),
  fc.double(),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, plain, fc.array(plain, { maxLength: 3 }), tie('record')),
  record: fc
    .uniqueArray(fc.tuple(names, tie('value')), { selector: ([name]) => name, maxLength: 5 })
    .map((entries) => Object.fromEntries(entries) as unknown),
}));

it('gives back the very values that were packed, after a way through the database too', () => {
  fc.assert(
    fc.property(fc.array(value, { maxLength: 60 }), (values) => {
      const packed = packColumn(values);
      expect(unpackColumn(packed, values.length)).toStrictEqual(values);
      expect(unpackColumn(structuredClone(packed), values.length)).toStrictEqual(values);
    }),
  );
});

it('keeps the names of a record in their order, and those that some records lack', () => {
  const records = Array.from({ length: 600 }, (_, index) => ({
    id: `photo ${index}`,
    metadata:
      index % 3 === 0 ? null : { width: 4000, make: 'RECONYX', ...(index % 2 ? { burst: index } : {}) },
  }));
  const unpacked = unpackColumn(packColumn(records), records.length);
  expect(JSON.stringify(unpacked)).toBe(JSON.stringify(records));
});

it('writes what all records share once', () => {
  const records = Array.from({ length: 1000 }, (_, index) => ({
    id: index,
    model: 'HyperFire 2'.repeat(100),
  }));
  expect(JSON.stringify(packColumn(records)).length).toBeLessThan(30_000);
});

it('packs records of more shapes than it can number as they are', () => {
  const records = Array.from({ length: 400 }, (_, index) => ({ [`field ${index}`]: index }));
  expect(unpackColumn(packColumn(records), records.length)).toStrictEqual(records);
});
