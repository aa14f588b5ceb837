import { combineModels } from '../decision/ensemble.ts';
import type { BoundingBox } from '../prediction/box.ts';
import { joinLabels, mapScores, type JoinedLabels } from '../taxonomy/labelMap.ts';
import type { RecipeModel } from './preparedRecipe.ts';
import type { CropsRecipe } from './recipe.ts';
import { cropOutput, cropScoresOf, type RecipeOutputs } from './recipeOutput.ts';
import { topLabel } from './topLabel.ts';

/** What the classifiers make of one box: a name, nothing that is there, or no word of their own. */
export type BoxName = { kind: 'name'; label: number } | { kind: 'blank' } | { kind: 'unnamed' };

/** The classifiers of a recipe over one list of labels. */
export class CropNaming {
  readonly joined: JoinedLabels;
  readonly #models: readonly RecipeModel[];
  readonly #recipe: CropsRecipe<unknown>;
  readonly #keyOf: (model: RecipeModel) => string;

  constructor(
    recipe: CropsRecipe<unknown>,
    models: readonly RecipeModel[],
    keyOf: (model: RecipeModel) => string,
  ) {
    this.#recipe = recipe;
    this.#models = models;
    this.#keyOf = keyOf;
    this.joined = joinLabels(models.map(({ manifest }) => manifest.labels));
  }

  /** A classifier's scores of one box in its own labels; null when it has not seen it. */
  scoresBy(model: RecipeModel, box: BoundingBox, outputs: RecipeOutputs): Float32Array | null {
    const crops = cropOutput(outputs, this.#keyOf(model));
    return cropScoresOf(crops, box, model.manifest.labels.length);
  }

  /** What the classifiers together call a box; null while one of them has not seen it. */
  nameOf(box: BoundingBox, outputs: RecipeOutputs): BoxName | null {
    const { labels, maps } = this.joined;
    const lists: Float64Array[] = [];
    for (const [index, model] of this.#models.entries()) {
      const scores = this.scoresBy(model, box, outputs);
      if (!scores) return null;
      lists.push(mapScores(scores, maps[index] ?? [], labels.length));
    }
    const scores = combineModels(lists, this.#recipe.rule);
    const top = topLabel(scores);
    const score = scores[top] ?? 0;
    const role = labels[top]?.role;
    if (role === 'blank') return { kind: score >= this.#recipe.blankFrom ? 'blank' : 'unnamed' };
    if (role === 'other' || score < this.#recipe.nameFrom) return { kind: 'unnamed' };
    return { kind: 'name', label: top };
  }
}
