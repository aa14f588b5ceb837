import { describe, expect, it } from 'vitest';
import { classifier, named, prepared, scoresOf } from '../../../../tests/fixtures/recipe.ts';

const gate = classifier('gate', 'empty=blank', 'animal');
const which = classifier('which', 'fox', 'deer', 'human=person');
const [gateName, speciesName] = named('gate', 'which');
const way = { kind: 'gated', gate: gateName, species: speciesName };
const recipe = prepared([gate, which], way);

function scoresIn(outputs: Map<string, ReturnType<typeof scoresOf>>, of = recipe) {
  const labelScores = of.combine(outputs)?.labelScores ?? [];
  return Object.fromEntries(of.combined.labels.map(({ name }, index) => [name, labelScores[index]]));
}

describe('empty or animal, then species', () => {
  it('asks the species model only where the gate sees an animal', () => {
    expect(recipe.missing(new Map()).map(({ model }) => model)).toEqual(['gate']);
    expect(recipe.missing(new Map([['gate', scoresOf(0.75, 0.25)]]))).toEqual([]);
    expect(recipe.missing(new Map([['gate', scoresOf(0.5, 0.5)]])).map(({ model }) => model)).toEqual([
      'which',
    ]);
  });

  it('keeps the word of the gate where it sees none, whatever the species model once said', () => {
    const outputs = new Map([
      ['gate', scoresOf(0.75, 0.25)],
      ['which', scoresOf(1, 0, 0)],
    ]);
    expect(scoresIn(outputs)).toMatchObject({ empty: 0.75, animal: 0.25, fox: 0 });
  });

  it('gives the animal a name from 97 %, with the score that the gate gave it', () => {
    const sure = new Map([
      ['gate', scoresOf(0.25, 0.75)],
      ['which', scoresOf(0.015625, 0.984375, 0)],
    ]);
    expect(scoresIn(sure)).toEqual({ empty: 0.25, animal: 0, fox: 0, deer: 0.75, human: 0 });
    const unsure = new Map([...sure, ['which', scoresOf(0.0625, 0.9375, 0)]]);
    expect(scoresIn(unsure)).toEqual({ empty: 0.25, animal: 0.75, fox: 0, deer: 0, human: 0 });
    const lower = prepared([gate, which], { ...way, nameFrom: 0.9 });
    expect(scoresIn(unsure, lower)).toMatchObject({ deer: 0.75 });
  });

  it('counts an animal from the threshold of the gate', () => {
    const careful = prepared([gate, which], { ...way, animalFrom: 0.75 });
    expect(careful.combined.thresholds.animal.typical).toBe(0.75);
    expect(careful.missing(new Map([['gate', scoresOf(0.5, 0.5)]]))).toEqual([]);
  });

  it('waits for the species model', () => {
    expect(recipe.combine(new Map([['gate', scoresOf(0, 1)]]))).toBeNull();
  });
});
