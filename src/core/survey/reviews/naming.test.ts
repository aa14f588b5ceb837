import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { observationOf, type Observation } from '../../taxa/observation.ts';
import { nameAnew, withoutBoxes, type NamingChange } from './naming.ts';

const fox = observationOf('animal', { taxon: null, scientificName: 'Vulpes vulpes', commonName: 'fox' });
const deer = observationOf('animal', { taxon: null, scientificName: 'Cervus elaphus', commonName: null });
const blank = observationOf('blank');
const box = { x: 0.1, y: 0.1, width: 0.2, height: 0.2 };

function after(standing: Observation[], ...changes: NamingChange[]): Observation[] | null {
  return changes.reduce<Observation[] | null>((now, change) => nameAnew(now ?? [], change), standing);
}

describe('naming', () => {
  it('accepts what stands, without the machine’s score and source', () => {
    const standing = { ...fox, score: 0.9, provenance: { by: 'machine' } } as Observation;
    expect(nameAnew([standing], { kind: 'accept' })).toEqual([fox]);
    expect(nameAnew([], { kind: 'accept' })).toBeNull();
  });

  it('replaces what stood, or adds to it', () => {
    expect(after([fox], { kind: 'name', observation: deer, added: false })).toEqual([deer]);
    expect(after([fox], { kind: 'name', observation: deer, added: true })).toEqual([fox, deer]);
    expect(after([blank], { kind: 'name', observation: deer, added: true })).toEqual([deer]);
    expect(after([fox, deer], { kind: 'name', observation: blank, added: true })).toEqual([blank]);
    expect(after([fox], { kind: 'name', observation: fox, added: true })).toEqual([fox]);
  });

  it('keeps the boxes of what is named anew, or names one of them alone', () => {
    const two = [
      { ...fox, box },
      { ...fox, box: { ...box, x: 0.6 } },
    ];
    const change: NamingChange = { kind: 'name', observation: deer, added: false };
    expect(nameAnew(two, change)?.map(({ taxon, box: place }) => [taxon, place?.x])).toEqual([
      [deer.taxon, 0.1],
      [deer.taxon, 0.6],
    ]);
    expect(nameAnew(two, change, 1)?.map(({ taxon }) => taxon)).toEqual([fox.taxon, deer.taxon]);
    expect(nameAnew(two, { ...change, observation: blank })).toEqual([blank]);
  });

  it('counts from one, and never to none', () => {
    const up: NamingChange = { kind: 'count', by: 1 };
    const down: NamingChange = { kind: 'count', by: -1 };
    expect(after([fox], up, up)?.[0]?.count).toBe(3);
    expect(after([fox], up, down, down, down)?.[0]?.count).toBe(1);
    expect(after([blank], up)).toBeNull();
  });

  it('describes the last of several, or the chosen one', () => {
    expect(nameAnew([fox, deer], { kind: 'sex', sex: 'female' })?.map(({ sex }) => sex)).toEqual([
      null,
      'female',
    ]);
    const first = nameAnew([fox, deer], { kind: 'life-stage', lifeStage: 'juvenile' }, 0);
    expect(first?.map(({ lifeStage }) => lifeStage)).toEqual(['juvenile', null]);
  });

  it('takes an attribute back with the same key', () => {
    const female: NamingChange = { kind: 'sex', sex: 'female' };
    expect(after([fox], female, female)).toEqual([fox]);
    expect(after([fox], { kind: 'behaviour', behaviour: ' foraging ' })?.[0]?.behaviour).toBe('foraging');
    expect(after([fox], { kind: 'behaviour', behaviour: ' ' })?.[0]?.behaviour).toBeNull();
  });
});

it('counts boxes of one kind as individuals when a sequence is named', () => {
  expect(withoutBoxes([{ ...fox, box }, { ...fox, box }, deer])).toEqual([{ ...fox, count: 2 }, deer]);
  expect(withoutBoxes([fox, { ...fox, sex: 'female' }])).toHaveLength(2);
  expect(withoutBoxes([])).toEqual([blank]);
});

it('never states nothing, and never a blank beside something', () => {
  const change: fc.Arbitrary<NamingChange> = fc.oneof(
    fc.constant<NamingChange>({ kind: 'accept' }),
    fc.record({
      kind: fc.constant('name' as const),
      observation: fc.constantFrom(fox, deer, blank),
      added: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('count' as const), by: fc.constantFrom(1 as const, -1 as const) }),
  );
  fc.assert(
    fc.property(fc.array(change, { minLength: 1 }), (changes) => {
      let standing: Observation[] = [fox];
      for (const one of changes) standing = nameAnew(standing, one) ?? standing;
      expect(standing.length).toBeGreaterThan(0);
      if (standing.some(({ role }) => role === 'blank')) expect(standing).toHaveLength(1);
    }),
  );
});
