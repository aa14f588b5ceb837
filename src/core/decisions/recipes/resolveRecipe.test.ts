import { describe, expect, it } from 'vitest';
import { classifier, detector, named } from '../../../../tests/fixtures/recipe.ts';
import { parseRecipe } from './parseRecipe.ts';
import { RecipeError } from './recipe.ts';
import { resolveRecipe } from './resolveRecipe.ts';

const md = detector('md', 'animal', 'person=person', 'vehicle=vehicle');
const forest = classifier('forest', 'fox', 'deer', 'empty=blank');
const savanna = classifier('savanna', 'zebra', 'lion', 'empty=blank');
const canids = classifier('canids', 'red fox=animal=mammalia;carnivora;canidae;vulpes;vulpes', 'wolf');
const latin = classifier('latin', 'Vulpes vulpes=animal=mammalia;carnivora;canidae;vulpes;vulpes');
const known = [md, forest, savanna, canids, latin];

function resolve(way: Record<string, unknown>) {
  return resolveRecipe(parseRecipe({ schemaVersion: 1, id: 'r', version: '1', name: 'R', ...way }), known);
}

function problemOf(way: Record<string, unknown>): string {
  try {
    resolve(way);
  } catch (error) {
    if (error instanceof RecipeError) return error.problems.join('\n');
  }
  return '';
}

describe('resolveRecipe', () => {
  it('finds models by id and by hash', () => {
    const recipe = resolve({
      kind: 'crops',
      detector: { hash: 'md' },
      classifiers: [{ id: 'forest', version: '1' }],
    });
    expect(recipe).toMatchObject({ detector: 'md', classifiers: ['forest'] });
  });

  it('lets two models be averaged whose labels share a taxon under other names', () => {
    expect(() => resolve({ kind: 'ensemble', models: named('canids', 'latin') })).not.toThrow();
  });

  it.each([
    ['a model that is not here', { kind: 'single', model: { id: 'owls' } }, /“owls” is not here/],
    ['another version', { kind: 'single', model: { id: 'md', version: '2' } }, /“md” 2 is not here/],
    [
      'a classifier that should find boxes',
      { kind: 'crops', detector: { id: 'forest' }, classifiers: named('canids') },
      /“forest” is a classifier and gives no boxes/,
    ],
    [
      'a detector that should name crops',
      { kind: 'crops', detector: { id: 'md' }, classifiers: named('md') },
      /“md” is a detector/,
    ],
    [
      'a detector in an ensemble',
      { kind: 'ensemble', models: named('md', 'forest') },
      /“md” is a detector, but an ensemble/,
    ],
    [
      'label lists that share only the blank',
      { kind: 'ensemble', models: named('forest', 'savanna') },
      /“savanna” shares no animal/,
    ],
    ['one model twice', { kind: 'ensemble', models: named('forest', 'forest') }, /“forest” is named twice/],
  ])('refuses %s', (_, way, message) => {
    expect(problemOf(way)).toMatch(message);
  });

  it('asks which one is meant when two models have the id', () => {
    const other = { hash: 'other', manifest: { ...md.manifest, version: '2' } };
    const recipe = parseRecipe({
      schemaVersion: 1,
      id: 'r',
      version: '1',
      name: 'R',
      kind: 'single',
      model: { id: 'md' },
    });
    expect(() => resolveRecipe(recipe, [md, other])).toThrow(/2 models “md” \(1, 2\)/);
  });
});
