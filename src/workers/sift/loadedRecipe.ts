import { PhotoFailure } from '../../core/files/failure.ts';
import type { BesideRun } from '../../core/decisions/gate/besideWords.ts';
import type { Orientation } from '../../core/files/image/imageHeader.ts';
import type { BoundingBox } from '../../core/models/prediction/box.ts';
import { packPrediction } from '../../core/models/prediction/predictionPacking.ts';
import { cropRegion } from '../../core/decisions/recipes/cropRegion.ts';
import type { ModelRun, PreparedRecipe } from '../../core/decisions/recipes/preparedRecipe.ts';
import { prepareRecipe } from '../../core/decisions/recipes/prepareRecipe.ts';
import {
  cropOutput,
  packCrops,
  type PackedOutput,
  type RecipeOutputs,
} from '../../core/decisions/recipes/recipeOutput.ts';
import { orientedSize } from '../../core/models/tensor/orientation.ts';
import type { Size } from '../../core/files/pixels.ts';
import { storedSizeIn } from '../../core/models/tensor/tensor.ts';
import type { DecodedPhoto } from '../../platform/frameDecoder.ts';
import type { SiftRecipe } from './contract.ts';
import { LoadedModel } from './loadedModel.ts';

/** A recipe whose models are in this worker's memory. */
export class LoadedRecipe {
  readonly prepared: PreparedRecipe;
  readonly beside: readonly BesideRun[];
  readonly #models: ReadonlyMap<string, LoadedModel>;

  private constructor(
    prepared: PreparedRecipe,
    models: ReadonlyMap<string, LoadedModel>,
    beside: readonly BesideRun[],
  ) {
    this.beside = beside;
    this.prepared = prepared;
    this.#models = models;
  }

  /** @throws Error when one of the models cannot be had, as `LoadedModel.load` */
  static async load({ recipe, models, beside = [] }: SiftRecipe): Promise<LoadedRecipe> {
    const manifests = new Map(models.map(({ hash, manifest }) => [hash, manifest]));
    const prepared = prepareRecipe(recipe, manifests);
    const loaded = new Map<string, LoadedModel>();
    // One after another: each holds its file twice while it is loaded.
    for (const model of models) if (model.weights) loaded.set(model.hash, await LoadedModel.load(model));
    return new LoadedRecipe(prepared, loaded, beside);
  }

  /** @throws PhotoFailure for a model that has results only */
  mustRun({ model }: ModelRun): void {
    if (this.#models.has(model)) return;
    const name = this.prepared.models.find(({ hash }) => hash === model)?.manifest.name;
    throw new PhotoFailure('not-in-results', name ?? model);
  }

  /** The least size the photo must be decoded to for a run, in its stored axes. @param photo its full size as stored */
  sizeFor(run: ModelRun, photo: Size, orientation: Orientation): Size {
    const { input } = this.#model(run).manifest;
    if (!run.crops) return storedSizeIn(input, photo, orientation);
    const sizes = regionsOf(run.crops, orientedSize(photo, orientation)).map((region) =>
      storedSizeIn(input, photo, orientation, region),
    );
    return {
      width: Math.max(...sizes.map(({ width }) => width)),
      height: Math.max(...sizes.map(({ height }) => height)),
    };
  }

  /** The size of the model's input, for photos whose own size is not known before they are decoded. */
  inputSize(run: ModelRun): Size {
    return this.#model(run).manifest.input;
  }

  /**
   * @param outputs what was said of the photo before; crops are added to those that the model has seen
   * @throws PhotoFailure or OnnxError
   */
  async run(run: ModelRun, photo: DecodedPhoto, outputs: RecipeOutputs): Promise<PackedOutput> {
    const model = this.#model(run);
    if (!run.crops) return packPrediction(await model.predict(photo));
    const { boxes } = run.crops;
    const regions = regionsOf(run.crops, orientedSize(photo.photo, photo.orientation));
    const crops = [];
    for (const [index, box] of boxes.entries()) {
      const { labelScores } = await model.predict(photo, regions[index]);
      crops.push({ box, labelScores });
    }
    return packCrops(crops, cropOutput(outputs, run.key));
  }

  #model({ model }: ModelRun): LoadedModel {
    const loaded = this.#models.get(model);
    if (!loaded) throw new PhotoFailure('inference', `The model ${model} is not loaded.`);
    return loaded;
  }
}

function regionsOf({ boxes, shape }: NonNullable<ModelRun['crops']>, upright: Size): BoundingBox[] {
  return boxes.map((box) => cropRegion(box, upright, shape));
}
