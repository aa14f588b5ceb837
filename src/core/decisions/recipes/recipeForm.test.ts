import { describe, expect, it } from 'vitest';
import { classifier, detector } from '../../../../tests/fixtures/recipe.ts';
import { inEnglish } from '../../../words/english.ts';
import { formatsOf } from '../../../words/formats.ts';
import { recipeFromForm, type RecipeForm } from './recipeForm.ts';
import { recipeInWords } from '../../../words/recipeInWords.ts';
import { resolveRecipe } from './resolveRecipe.ts';

const models = [detector('md', 'animal'), classifier('forest', 'fox', 'deer'), classifier('garden', 'fox')];
const form: RecipeForm = {
  kind: 'crops',
  name: 'Été: fox?',
  first: 'md',
  others: ['forest', 'garden'],
  rule: 'mean',
  naming: 'threshold',
};
const formats = formatsOf('en');
const { says } = inEnglish(formats).recipes;

function inWords(filled: RecipeForm): string {
  return recipeInWords(resolveRecipe(recipeFromForm(filled), models), (hash) => hash, says, formats);
}

describe('a form that is filled in', () => {
  it('is a recipe with an id made of its name', () => {
    expect(recipeFromForm(form)).toMatchObject({ id: 'e-te-fox', name: 'Été: fox?', floor: 0.2 });
  });

  it.each([
    [
      form,
      'md finds animals. Each from 20% is cut out. It is named by forest and garden from a score of 50%. The mean of their scores counts.',
    ],
    [
      { ...form, kind: 'gated' as const, first: 'forest', others: ['garden'] },
      'forest says whether an animal is there, from 50%. It is named by garden from a score of 97%.',
    ],
    [
      { ...form, kind: 'ensemble' as const, rule: 'top-five' as const },
      'forest and garden look at every photo. The five best of each are summed and divided by their number.',
    ],
  ])('says in a sentence what it does', (filled, sentence) => {
    expect(inWords(filled)).toBe(sentence);
  });

  it('says what is missing', () => {
    expect(() => recipeFromForm({ ...form, others: [] })).toThrow(
      '"classifiers" must name at least one model.',
    );
    expect(() => recipeFromForm({ ...form, first: '' })).toThrow('"detector" is missing. Add it.');
  });
});
