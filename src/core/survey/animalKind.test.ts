import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelLabel } from '../models/manifest/modelManifest.ts';
import { AnimalNamer } from './animalKind.ts';

const labels: ModelLabel[] = [
  { name: 'animal', role: 'animal', taxon: ';;;;' },
  { name: 'red fox', role: 'animal', taxon: 'mammalia;carnivora;canidae;vulpes;vulpes' },
  { name: 'arctic fox', role: 'animal', taxon: 'mammalia;carnivora;canidae;vulpes;lagopus' },
  { name: 'grey wolf', role: 'animal', taxon: 'mammalia;carnivora;canidae;canis;lupus' },
  { name: 'roe deer', role: 'animal', taxon: 'mammalia;artiodactyla;cervidae;capreolus;capreolus' },
  { name: 'human', role: 'person' },
  { name: 'blank', role: 'blank' },
];

/** The scores of the red fox, the arctic fox, the wolf and the deer. */
const scores = (red: number, arctic: number, wolf = 0, deer = 0): number[] => [
  0,
  red,
  arctic,
  wolf,
  deer,
  0,
  0,
];

function namer(checklist = '', believe = 0.65): AnimalNamer {
  return new AnimalNamer(labels, { rule: 'mean', believe, checklist });
}

describe('an animal’s name', () => {
  it('is the label’s, where its score over the photos can be believed', () => {
    const kind = namer().name([scores(0.9, 0), scores(0.7, 0)]);
    expect(kind).toMatchObject({
      taxon: { scientificName: 'Vulpes vulpes', commonName: 'red fox' },
      blocked: null,
    });
    expect(kind?.score).toBeCloseTo(0.8, 12);
  });

  it('is the narrowest wider one whose labels can be believed together: here a genus, there a family', () => {
    const genus = namer().name([scores(0.4, 0.3, 0.1)]);
    expect(genus?.taxon).toMatchObject({ scientificName: 'Vulpes', commonName: null });
    expect(genus?.score).toBeCloseTo(0.7, 12);
    const family = namer().name([scores(0.3, 0.2, 0.25)]);
    expect(family?.taxon.scientificName).toBe('Canidae');
    expect(family?.score).toBeCloseTo(0.75, 12);
  });

  it('is left at “animal” where nothing more can be believed', () => {
    expect(namer().name([scores(0.2, 0.1, 0.1, 0.1)])).toBeNull();
    expect(namer().name([])).toBeNull();
  });

  it('gives way to the nearest wider one that is expected here, and says which it was', () => {
    const kind = namer('Canis lupus\nCervidae').name([scores(0.9, 0, 0.05)]);
    expect(kind).toMatchObject({ taxon: { scientificName: 'Canidae' }, blocked: 'red fox' });
    expect(namer('Vulpes vulpes').name([scores(0.9, 0)])).toMatchObject({ blocked: null });
    expect(namer('Vulpes vulpes\nYeti').unknownNames).toEqual(['Yeti']);
  });

  it('is asked only of models that know kinds', () => {
    expect(namer().knowsKinds).toBe(true);
    const simple: ModelLabel[] = [
      { name: 'Animals', role: 'animal' },
      { name: 'person', role: 'person' },
    ];
    expect(new AnimalNamer(simple, { rule: 'mean', believe: 0.65, checklist: '' }).knowsKinds).toBe(false);
  });

  it('never becomes narrower when more is asked of it', () => {
    const share = fc.double({ min: 0, max: 0.25, noNaN: true });
    const depth = (believe: number, frame: number[]): number =>
      namer('', believe)
        .name([frame])
        ?.taxon.taxon?.split(';')
        .filter((part) => part !== '').length ?? 0;
    fc.assert(
      fc.property(share, share, share, share, (red, arctic, wolf, deer) => {
        const frame = scores(red, arctic, wolf, deer);
        expect(depth(0.6, frame)).toBeLessThanOrEqual(depth(0.3, frame));
      }),
    );
  });
});
