import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsOf, readSpeciesFacts, type SpeciesFacts } from './speciesFacts.ts';

function read(text: string): SpeciesFacts {
  const facts = readSpeciesFacts(text);
  if (typeof facts === 'string') throw new Error(facts);
  return facts;
}

describe('facts by file', () => {
  test('any columns, in their order, found whatever the case of the name', () => {
    const facts = read('IUCN,scientificName,diet\nLC,Vulpes vulpes,"mice, berries"\nNT,Lynx pardinus,\n');
    expect(factsOf(facts, 'Vulpes Vulpes')).toEqual([
      { column: 'IUCN', value: 'LC' },
      { column: 'diet', value: 'mice, berries' },
    ]);
    expect(factsOf(facts, 'Lynx pardinus')).toEqual([{ column: 'IUCN', value: 'NT' }]);
    expect(factsOf(facts, 'Meles meles')).toEqual([]);
    expect(factsOf(undefined, 'Meles meles')).toEqual([]);
  });

  test('as Excel writes it: a byte order mark, semicolons, empty lines', () => {
    const facts = read('\uFEFFScientific Name;weight\r\nMeles meles;10 kg\r\n;\r\n\r\n');
    expect(factsOf(facts, 'Meles meles')).toEqual([{ column: 'weight', value: '10 kg' }]);
  });

  test('a file that cannot be used says why', () => {
    expect(readSpeciesFacts('name,diet\nfox,mice\n')).toBe('no-names');
    expect(readSpeciesFacts('scientificName,diet\n')).toBe('empty');
    expect(readSpeciesFacts('')).toBe('no-names');
  });

  test('a name of the language itself is a name like any other', () => {
    const facts = read('scientificName,diet\nVulpes vulpes,mice\n');
    expect(factsOf(facts, 'constructor')).toEqual([]);
    expect(factsOf(read('scientificName,diet\n__proto__,mice\n'), '__proto__')).toEqual([
      { column: 'diet', value: 'mice' },
    ]);
  });

  test('no text makes it fall over', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const facts = readSpeciesFacts(text);
        if (typeof facts !== 'string') expect(facts.columns).toBeDefined();
      }),
    );
  });
});
