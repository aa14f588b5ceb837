import { describe, expect, it } from 'vitest';
import { parseRecipe } from './parseRecipe.ts';
import { modelsOf, RecipeError } from './recipe.ts';

const head = { schemaVersion: 1, id: 'deer-or-fox', version: '1', name: 'Deer or fox' };

function problemsOf(value: unknown): readonly string[] {
  try {
    parseRecipe(value);
  } catch (error) {
    if (error instanceof RecipeError) return error.problems;
  }
  return [];
}

describe('parseRecipe', () => {
  it("fills in Norouzzadeh's thresholds for two steps", () => {
    const recipe = parseRecipe({ ...head, kind: 'gated', gate: { id: 'empty' }, species: { id: 'which' } });
    expect(recipe).toMatchObject({ animalFrom: 0.5, nameFrom: 0.97 });
  });

  it('names its models in the order they run', () => {
    const classifiers = [{ id: 'deer' }, { hash: 'abc' }];
    const recipe = parseRecipe({ ...head, kind: 'crops', detector: { id: 'md' }, classifiers });
    expect(modelsOf(recipe)).toEqual([{ id: 'md' }, ...classifiers]);
    expect(recipe).toMatchObject({ floor: 0.2, margin: 0, square: false, nameFrom: 0.5, rule: 'mean' });
  });

  it.each([
    ['no object', 'recipe', 'The file must hold one JSON object, in braces.'],
    [
      'an unknown kind',
      { ...head, kind: 'chain' },
      '"kind" must be "single", "crops", "gated" or "ensemble".',
    ],
    [
      'a threshold in percent',
      { ...head, kind: 'gated', gate: { id: 'a' }, species: { id: 'b' }, nameFrom: 97 },
      '"nameFrom" must be from 0 to 1.',
    ],
    [
      'a model without a name',
      { ...head, kind: 'single', model: { path: 'pack' } },
      '"model" must have the "id" of a pack, as its manifest gives it, or the "hash" under which the app keeps it.',
    ],
    [
      'a missing step',
      { ...head, kind: 'crops', detector: { id: 'md' } },
      '"classifiers" is missing. Add it.',
    ],
    [
      'an ensemble of one',
      { ...head, kind: 'ensemble', models: [{ id: 'a' }] },
      '"models" must name at least two models.',
    ],
    [
      'a rule that is none',
      { ...head, kind: 'ensemble', models: [{ id: 'a' }, { id: 'b' }], rule: 'median' },
      '"rule" must be one of "mean", "top-five".',
    ],
  ])('answers %s with the field and the remedy', (_, value, problem) => {
    expect(problemsOf(value)).toContain(problem);
  });
});
