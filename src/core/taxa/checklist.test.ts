import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChecklist, matchChecklist } from './checklist.ts';
import type { ModelLabel } from '../models/manifest/modelManifest.ts';
import { readTaxon } from './taxonomy.ts';

const cats = 'mammalia;carnivora;felidae';
const labels: ModelLabel[] = [
  { name: 'blank', role: 'blank' },
  { name: 'lion', role: 'animal', taxon: `${cats};panthera;leo` },
  { name: 'tiger', role: 'animal', taxon: `${cats};panthera;tigris` },
  { name: 'lynx_eur', commonName: 'Eurasian lynx', role: 'animal', taxon: `${cats};lynx;lynx` },
  { name: 'red fox', role: 'animal', taxon: 'mammalia;carnivora;canidae;vulpes;vulpes' },
  { name: 'blackbird', role: 'animal', taxon: 'aves;passeriformes;turdidae;turdus;merula' },
  { name: 'snake', role: 'animal' },
  { name: 'human', role: 'person' },
  { name: 'cat family', role: 'animal', taxon: `${cats};;` },
];
const [blank, lion, tiger, , fox, blackbird, snake, human, anyCat] = labels.keys();

function oneHot(top = 0, score = 0.9): number[] {
  return labels.map((_, index) => (index === top ? score : (1 - score) / (labels.length - 1)));
}

describe('matchChecklist', () => {
  it('forgives case and spelling, takes synonyms, and lists what no label answers to', () => {
    const { taxa, labelIndices, unknown } = matchChecklist(
      [['VULPES VULPES'], ['Amsel'], ['Lynx, Eurasian'], ['Snake'], ['Yeti', 'Abominable snowman']],
      labels,
      { amsel: 'Blackbird' },
    );
    expect([...taxa]).toEqual(
      [labels[fox ?? 0], labels[blackbird ?? 0], labels[3]].map((label) => readTaxon(label?.taxon ?? '')),
    );
    expect([...labelIndices]).toEqual([snake]);
    expect(unknown).toEqual(['Yeti']);
  });

  it('does not take a person or a blank for a species', () => {
    expect(matchChecklist([['human'], ['blank']], labels).unknown).toEqual(['human', 'blank']);
  });
});

describe('applyChecklist', () => {
  const european = matchChecklist([['Eurasian lynx'], ['red fox'], ['Turdidae']], labels);

  it('rolls a lion in Europe up to the cats, with the scores of all cats', () => {
    const scores = [0, 0.5, 0.2, 0.1, 0.15, 0.05, 0, 0, 0];
    const answer = applyChecklist(scores, labels, european);
    expect(answer).toMatchObject({ labelIndex: null, name: 'Felidae', blocked: lion });
    expect(answer?.score).toBeCloseTo(0.8, 12);
  });

  it('stops at the narrowest taxon that holds an expected one', () => {
    const asian = matchChecklist([['tiger']], labels);
    expect(applyChecklist(oneHot(lion), labels, asian)?.name).toBe('Panthera');
    expect(applyChecklist(oneHot(fox), labels, asian)?.name).toBe('Carnivora');
    expect(applyChecklist(oneHot(blackbird), labels, asian)?.name).toBe('Animalia');
    expect(applyChecklist(oneHot(snake), labels, asian)?.name).toBe('Animalia');
    // All but the blank and the human are animals.
    expect(applyChecklist(oneHot(snake), labels, asian)?.score).toBeCloseTo(0.9 + 6 * (0.1 / 8), 12);
  });

  it('rolls up to any animal when only labels without a taxon are expected', () => {
    const answer = applyChecklist(oneHot(fox), labels, matchChecklist([['snake']], labels));
    expect(answer?.name).toBe('Animalia');
    expect(answer?.score).toBeCloseTo(0.9 + 6 * (0.1 / 8), 12);
  });

  it('lets stand what is expected, also through a family, and all that is no animal', () => {
    for (const top of [blank, fox, blackbird, human, anyCat]) {
      expect(applyChecklist(oneHot(top), labels, european)).toMatchObject({ labelIndex: top, blocked: null });
    }
  });

  it('blocks nothing when it is empty', () => {
    expect(applyChecklist(oneHot(tiger), labels, matchChecklist([], labels))?.labelIndex).toBe(tiger);
  });

  it('never loses an animal, nor any of its score', () => {
    const scores = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 9, maxLength: 9 });
    const names = fc.subarray(labels.map(({ name }) => [name]));
    fc.assert(
      fc.property(scores, names, (some, list) => {
        const answer = applyChecklist(some, labels, matchChecklist(list, labels));
        expect(answer?.score).toBeGreaterThanOrEqual(Math.max(...some) - 1e-9);
        if (answer?.blocked !== null) expect(labels[answer?.blocked ?? 0]?.role).toBe('animal');
      }),
    );
  });
});
