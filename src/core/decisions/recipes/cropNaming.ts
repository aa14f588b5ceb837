import { combineModels } from '../ensemble.ts';
import type { ModelLabel } from '../../models/manifest/modelManifest.ts';
import type { BoundingBox } from '../../models/prediction/box.ts';
import { joinLabels, mapScores, type JoinedLabels } from '../../taxa/labelMap.ts';
import type { SpeciesNetDetection } from '../../taxa/speciesNetEnsemble.ts';
import type { RecipeModel } from './preparedRecipe.ts';
import type { CropsRecipe } from './recipe.ts';
import type { RecipeAnswer } from './recipeAnswer.ts';
import { cropOutput, cropScoresOf, type RecipeOutputs } from './recipeOutput.ts';
import { SpeciesNetNaming } from './speciesNetNaming.ts';
import { topLabel } from './topLabel.ts';

/** What the classifiers make of one box: a name, nothing that is there, or no word of their own. */
export type BoxName = { kind: 'name'; label: number } | { kind: 'blank' } | { kind: 'unnamed' };

/** The classifiers of a recipe over one list of labels. */
export class CropNaming {
  /** What a box can be called: the classifiers' labels, and wider taxa of them where those are rolled up to. */
  readonly labels: readonly ModelLabel[];
  readonly #joined: JoinedLabels;
  readonly #speciesNet: SpeciesNetNaming | null;
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
    this.#joined = joinLabels(models.map(({ manifest }) => manifest.labels));
    const { labels } = this.#joined;
    this.#speciesNet = recipe.naming === 'speciesnet' ? new SpeciesNetNaming(labels, recipe) : null;
    this.labels = this.#speciesNet?.labels ?? labels;
  }

  /** A classifier's scores of one box in its own labels; null when it has not seen it. */
  scoresBy(model: RecipeModel, box: BoundingBox, outputs: RecipeOutputs): Float32Array | null {
    const crops = cropOutput(outputs, this.#keyOf(model));
    return cropScoresOf(crops, box, model.manifest.labels.length);
  }

  /** What the classifiers together call a box of an animal; null while one of them has not seen it. */
  nameOf(box: BoundingBox, detectorScore: number, outputs: RecipeOutputs): BoxName | null {
    if (!this.#speciesNet) return this.#nameByThreshold(box, outputs);
    const answer = this.answerOf(box, { kind: 'animal', score: detectorScore }, outputs);
    if (!answer) return null;
    if (answer.label?.role === 'blank') return { kind: 'blank' };
    const label = answer.label === null ? -1 : this.labels.indexOf(answer.label);
    return label < 0 || answer.source === 'detector' ? { kind: 'unnamed' } : { kind: 'name', label };
  }

  /**
   * SpeciesNet's answer for what was cut out around a box, or for the whole photo where there was no box.
   *
   * @returns null while a classifier has not seen it, and always where boxes are named by a threshold
   */
  answerOf(
    box: BoundingBox,
    detection: SpeciesNetDetection | null,
    outputs: RecipeOutputs,
  ): RecipeAnswer | null {
    if (!this.#speciesNet) return null;
    const scores = this.#scoresOf(box, outputs);
    return scores && this.#speciesNet.answer(detection, scores);
  }

  #nameByThreshold(box: BoundingBox, outputs: RecipeOutputs): BoxName | null {
    const scores = this.#scoresOf(box, outputs);
    if (!scores) return null;
    const top = topLabel(scores);
    const score = scores[top] ?? 0;
    const role = this.labels[top]?.role;
    if (role === 'blank') return { kind: score >= this.#recipe.blankFrom ? 'blank' : 'unnamed' };
    if (role === 'other' || score < this.#recipe.nameFrom) return { kind: 'unnamed' };
    return { kind: 'name', label: top };
  }

  #scoresOf(box: BoundingBox, outputs: RecipeOutputs): Float64Array | null {
    const { labels, maps } = this.#joined;
    const lists: Float64Array[] = [];
    for (const [index, model] of this.#models.entries()) {
      const scores = this.scoresBy(model, box, outputs);
      if (!scores) return null;
      lists.push(mapScores(scores, maps[index] ?? [], labels.length));
    }
    return combineModels(lists, this.#recipe.rule);
  }
}
