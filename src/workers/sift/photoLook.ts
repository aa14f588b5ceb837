import { PhotoFailure } from '../../core/files/failure.ts';
import { readImageHeader } from '../../core/files/image/imageHeader.ts';
import type { Orientation } from '../../core/files/image/imageHeader.ts';
import type { ModelRun } from '../../core/decisions/recipes/preparedRecipe.ts';
import type { PackedOutput } from '../../core/decisions/recipes/recipeOutput.ts';
import type { Size } from '../../core/files/pixels.ts';
import { decodeScale, type DecodedPhoto } from '../../platform/frameDecoder.ts';
import { checkWhole, decodePhoto } from '../../platform/imageDecoder.ts';
import type { LoadedRecipe } from './loadedRecipe.ts';
import type { StageClock } from './stageClock.ts';

/** A photo's pixels, decoded as large as is asked for, and again only where that is more than before. */
class PhotoDecoder {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #header: ReturnType<typeof readImageHeader>;
  readonly #orientation: Orientation;
  #decoded: DecodedPhoto | null = null;

  constructor(bytes: Uint8Array<ArrayBuffer>, orientation: Orientation) {
    this.#bytes = bytes;
    this.#header = readImageHeader(bytes);
    this.#orientation = orientation;
  }

  /**
   * @param sizeIn the least size needed of a photo, in its stored axes
   * @param fallback the same where the header does not tell the photo's size
   * @throws PhotoFailure as `decodePhoto`
   */
  async decode(
    sizeIn: (photo: Size, orientation: Orientation) => Size,
    fallback: Size,
  ): Promise<DecodedPhoto> {
    const { width, height } = this.#header;
    const photo = width && height ? { width, height } : null;
    const wanted = photo ? sizeIn(photo, this.#orientation) : fallback;
    const decoded = this.#decoded;
    if (decoded && (decoded.scale === 1 || decoded.scale >= decodeScale(decoded.photo, wanted)))
      return decoded;
    this.#decoded = null; // one at a time in memory
    this.#decoded = await decodePhoto(this.#bytes, this.#header, wanted, this.#orientation);
    return this.#decoded;
  }

  /** @throws PhotoFailure for a file that is damaged in a way that shows at once */
  check(): void {
    checkWhole(this.#bytes, this.#header);
  }

  /** As it was decoded last, or at this size where it was not. @throws PhotoFailure */
  async any(least: Size): Promise<DecodedPhoto> {
    return this.#decoded ?? this.decode(() => least, least);
  }
}

function largest(sizes: readonly Size[]): Size {
  return {
    width: Math.max(...sizes.map(({ width }) => width)),
    height: Math.max(...sizes.map(({ height }) => height)),
  };
}

/**
 * Looks at one photo with every model of a recipe that has not seen it. It is decoded once for all models that look at
 * the whole of it; once more, larger, only where a box is to be cut out that would have too few pixels otherwise.
 */
export class PhotoLook {
  readonly #recipe: LoadedRecipe;
  readonly #decoder: PhotoDecoder;
  readonly #outputs: Map<string, PackedOutput>;
  readonly #clock: StageClock;

  /** @param said what the models said before */
  constructor(
    recipe: LoadedRecipe,
    bytes: Uint8Array<ArrayBuffer>,
    orientation: Orientation,
    said: ReadonlyMap<string, PackedOutput>,
    clock: StageClock,
  ) {
    this.#clock = clock;
    this.#recipe = recipe;
    this.#decoder = new PhotoDecoder(bytes, orientation);
    this.#outputs = new Map(said);
  }

  /** What every model said so far. */
  get outputs(): ReadonlyMap<string, PackedOutput> {
    return this.#outputs;
  }

  /**
   * Runs what is missing.
   *
   * @param keep gets each new output as soon as it is there
   * @throws PhotoFailure or OnnxError
   */
  async complete(keep: (key: string, output: PackedOutput) => void): Promise<void> {
    const ran = new Set<string>();
    for (let runs = this.#missing(); runs.length > 0; runs = this.#missing()) {
      // A damaged file is the better reason, also where there are only results of a model.
      this.#decoder.check();
      for (const run of runs) this.#recipe.mustRun(run);
      const photo = await this.#clock.time('decode', () => this.#decodeFor(runs));
      for (const run of runs) {
        // A box that is not found again after it was looked at would be looked at for ever.
        if (ran.has(run.key)) throw new PhotoFailure('inference', `The model ${run.model} has no end.`);
        ran.add(run.key);
        const output = await this.#clock.time('predict', () => this.#recipe.run(run, photo, this.#outputs));
        this.#outputs.set(run.key, output);
        keep(run.key, output);
      }
    }
  }

  /** The photo as it was decoded for the models, or at this size where none had to look. @throws PhotoFailure */
  picture(least: Size): Promise<DecodedPhoto> {
    return this.#decoder.any(least);
  }

  #missing(): ModelRun[] {
    return this.#recipe.prepared.missing(this.#outputs);
  }

  #decodeFor(runs: readonly ModelRun[]): Promise<DecodedPhoto> {
    return this.#decoder.decode(
      (photo, orientation) => largest(runs.map((run) => this.#recipe.sizeFor(run, photo, orientation))),
      largest(runs.map((run) => this.#recipe.inputSize(run))),
    );
  }
}
