import type { ModelManifest } from '../../models/manifest/modelManifest.ts';
import { joinLabels } from '../../taxa/labelMap.ts';
import { modelsOf, RecipeError, renameModels } from './recipe.ts';
import type { ModelReference, Recipe, ResolvedRecipe } from './recipe.ts';
import type { RecipeModel } from './preparedRecipe.ts';

function inWords({ id, version, hash }: ModelReference): string {
  if (id === undefined) return `of hash ${hash ?? ''}`;
  return version === undefined ? `“${id}”` : `“${id}” ${version}`;
}

/** The model that a reference means, or why it is not clear. */
function find(reference: ModelReference, known: readonly RecipeModel[]): RecipeModel | string {
  const { id, version, hash } = reference;
  const meant = known.filter(
    (model) =>
      (hash === undefined || model.hash === hash) &&
      (id === undefined || model.manifest.id === id) &&
      (version === undefined || model.manifest.version === version),
  );
  const [first, second] = meant;
  if (!first) return `The model ${inWords(reference)} is not here. Bring it in first.`;
  if (!second) return first;
  const versions = meant.map(({ manifest }) => manifest.version).join(', ');
  return `There are ${meant.length} models ${inWords(reference)} (${versions}). Name one by its "version" or its "hash".`;
}

const hasAnimal = ({ labels }: ModelManifest): boolean => labels.some(({ role }) => role === 'animal');

/** What keeps models from being averaged: one that shares no animal with the others. */
function strangers(models: readonly ModelManifest[]): string[] {
  const { labels, maps } = joinLabels(models.map((model) => model.labels));
  return models.flatMap(({ name }, index) => {
    const own = new Set(maps[index]);
    const others = new Set(maps.flatMap((map, other) => (other === index ? [] : map)));
    const shares = [...own].some(
      (label) => label !== null && others.has(label) && labels[label]?.role === 'animal',
    );
    if (shares) return [];
    return [
      `“${name}” shares no animal with the other models, so there is nothing to average. Give the same "taxon" or name to labels that mean the same, or choose models of one region.`,
    ];
  });
}

/** @returns problems of models that must be classifiers */
function mustClassify(models: readonly ModelManifest[], place: string): string[] {
  return models
    .filter(({ task }) => task !== 'classifier')
    .map(({ name }) => `“${name}” is a detector, but ${place} takes classifiers. Choose another model.`);
}

function needsAnimal(models: readonly ModelManifest[], why: string): string[] {
  return models
    .filter((model) => !hasAnimal(model))
    .map(({ name }) => `“${name}” has no label of role "animal", so ${why}.`);
}

/** @returns problems of classifiers that SpeciesNet's rules can make nothing of */
function needsTaxa(models: readonly ModelManifest[]): string[] {
  return models
    .filter(({ labels }) => !labels.some(({ taxon }) => taxon !== undefined))
    .map(
      ({ name }) =>
        `“${name}” has no label with a "taxon", which SpeciesNet's rules need. Give its labels a "taxon", or set "naming" to "threshold".`,
    );
}

/** Why these models cannot do together what the recipe asks of them; empty when they can. */
function misfits(recipe: Recipe<RecipeModel>): string[] {
  const manifestOf = ({ manifest }: RecipeModel): ModelManifest => manifest;
  switch (recipe.kind) {
    case 'single':
      return [];
    case 'crops': {
      const detector = recipe.detector.manifest;
      const classifiers = recipe.classifiers.map(manifestOf);
      const wrong =
        detector.task === 'detector'
          ? []
          : [`“${detector.name}” is a classifier and gives no boxes. Choose a detector for the first step.`];
      return [
        ...wrong,
        ...mustClassify(classifiers, 'the second step'),
        ...needsAnimal([detector], 'nothing would be cut out'),
        ...(recipe.naming === 'speciesnet' ? needsTaxa(classifiers) : []),
        ...(classifiers.length > 1 ? strangers(classifiers) : []),
      ];
    }
    case 'gated':
      return [
        ...needsAnimal([recipe.gate.manifest], 'it cannot say whether one is there'),
        ...mustClassify([recipe.species.manifest], 'the second step'),
        ...needsAnimal([recipe.species.manifest], 'it cannot name one'),
      ];
    case 'ensemble': {
      const models = recipe.models.map(manifestOf);
      const wrong = mustClassify(models, 'an ensemble');
      return wrong.length > 0 ? wrong : strangers(models);
    }
  }
}

/**
 * Finds the models that a recipe names, and checks that they fit together.
 *
 * @param known every model there is
 * @throws RecipeError that lists every problem
 */
export function resolveRecipe(recipe: Recipe, known: readonly RecipeModel[]): ResolvedRecipe {
  const found = new Map(modelsOf(recipe).map((reference) => [reference, find(reference, known)]));
  const unclear = [...new Set([...found.values()].filter((answer) => typeof answer === 'string'))];
  if (unclear.length > 0) throw new RecipeError(unclear);
  const withModels = renameModels(recipe, (reference) => found.get(reference) as RecipeModel);
  const models = modelsOf(withModels);
  const twice = models.find(({ hash }, index) => models.findIndex((model) => model.hash === hash) !== index);
  const problems = misfits(withModels);
  if (twice) problems.push(`“${twice.manifest.name}” is named twice. Name each model once.`);
  if (problems.length > 0) throw new RecipeError(problems);
  return renameModels(withModels, ({ hash }) => hash);
}
