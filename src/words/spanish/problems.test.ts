import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { classifier, detector, named, prepared } from '../../../tests/fixtures/recipe.ts';
import { parseModelManifest, ModelManifestError } from '../../core/models/manifest/modelManifest.ts';
import { RecipeError } from '../../core/decisions/recipes/recipe.ts';
import { problemInSpanish } from './problems.ts';

/** Every message of a rule, as it stands in the sources. */
function ruleMessages(): string[] {
  const files = ['models/manifest', 'decisions/recipes'].flatMap((room) =>
    readdirSync(`src/core/${room}`)
      .filter((name) => /Rules\.ts$/.test(name))
      .map((name) => readFileSync(join('src/core', room, name), 'utf8')),
  );
  const quoted = /'((?:must|has|is) [^'\n]+\.)'|"((?:must|has|is) [^"\n]+\.)"/g;
  return files.flatMap((text) =>
    [...text.matchAll(quoted)].map(([, single, double]) => single ?? double ?? ''),
  );
}

function problemsOf(work: () => unknown): readonly string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof RecipeError || error instanceof ModelManifestError) return error.problems;
  }
  return [];
}

const crops = { kind: 'crops', detector: { id: 'md' }, classifiers: named('fox') };
const models = [
  detector('md', 'animal'),
  detector('people', 'person=person'),
  classifier('fox', 'fox'),
  classifier('boar', 'boar'),
  classifier('person', 'person=person'),
];

describe('what is wrong with a file', () => {
  it('is said in Spanish for every rule of manifests and recipes', () => {
    const messages = ruleMessages();
    expect(messages.length).toBeGreaterThan(40);
    const kept = messages.filter(
      (message) => problemInSpanish(`"field" ${message}`) === `"field" ${message}`,
    );
    expect(kept).toEqual([]);
  });

  it.each<[string, () => unknown]>([
    ['a field that is not there', () => parseModelManifest({})],
    ['no object', () => parseModelManifest('text')],
    ['a model that is not here', () => prepared(models, { ...crops, detector: { id: 'gone' } })],
    [
      'a classifier first',
      () => prepared(models, { ...crops, detector: { id: 'fox' }, classifiers: named('boar') }),
    ],
    ['a detector second', () => prepared(models, { ...crops, classifiers: named('people') })],
    ['a detector of people', () => prepared(models, { ...crops, detector: { id: 'people' } })],
    [
      'a gate of people',
      () => prepared(models, { kind: 'gated', gate: { id: 'people' }, species: { id: 'person' } }),
    ],
    ['no animal in common', () => prepared(models, { kind: 'ensemble', models: named('fox', 'boar') })],
    ['the same model twice', () => prepared(models, { kind: 'ensemble', models: named('fox', 'fox') })],
    ['no taxa', () => prepared(models, { ...crops, naming: 'speciesnet' })],
    ['an unknown kind', () => prepared(models, { kind: 'vote' })],
    [
      'an unknown rule',
      () => prepared(models, { kind: 'ensemble', models: named('fox', 'boar'), rule: 'vote' }),
    ],
  ])('is said in Spanish: %s', (_, work) => {
    const problems = problemsOf(work);
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) {
      expect(problemInSpanish(problem)).not.toBe(problem);
      expect(problemInSpanish(problem)).not.toMatch(/\{\d\}|undefined/);
    }
  });

  it('keeps names as they stand in the file, and what it does not know', () => {
    expect(problemInSpanish('"output.decoder" must be "yolov5", "yolov8" or "yolox".')).toBe(
      '"output.decoder" debe ser "yolov5", "yolov8" o "yolox".',
    );
    expect(problemInSpanish('Something else.')).toBe('Something else.');
  });
});
