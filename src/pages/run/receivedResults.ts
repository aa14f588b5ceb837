import { leanMedia, type CommonTexts } from '../../core/photos/leanMedia.ts';
import type { Media } from '../../core/photos/media.ts';
import { peopleIn, type BesideRun } from '../../core/decisions/gate/besideWords.ts';
import { receivedOutputs, saidIn } from '../../core/decisions/recipes/outputText.ts';
import type { PackedOutput, RecipeOutputs } from '../../core/decisions/recipes/recipeOutput.ts';
import type { PackedPrediction } from '../../core/models/prediction/predictionPacking.ts';
import { loadOutputs } from '../../storage/outputRepository.ts';
import type { SiftResult } from '../../workers/sift/contract.ts';
import type { KnownPhoto } from '../survey/surveyState.svelte.ts';

/** Makes results of workers as light as photos of a survey that was opened: they stay for as long as it is. */
export class ReceivedResults {
  readonly #texts: CommonTexts = new Map();
  readonly #before: (mediaId: string) => Media | null;

  /** Outputs imported since the run began, unknown to its workers: by content, then by the key of the run. */
  readonly #imported = new Map<string, Map<string, PackedPrediction>>();

  /** @param before a photo's record as the page has it; null for one that it does not know */
  constructor(before: (mediaId: string) => Media | null) {
    this.#before = before;
  }

  photos(results: readonly SiftResult[]): KnownPhoto[] {
    return results.map(({ media, outputs, beside }) => ({
      media: leanMedia(media, this.#before(media.id), this.#texts),
      outputs: outputs && receivedOutputs(outputs),
      beside: this.#besideOf(media, beside),
    }));
  }

  /** Takes up what an import says of people, so that it counts for the photos that the run has not sifted yet. */
  import({ key, labels }: BesideRun, outputs: readonly { contentKey: string; said: PackedOutput }[]): void {
    for (const { contentKey, said } of outputs) {
      const own = this.#imported.get(contentKey) ?? new Map<string, PackedPrediction>();
      this.#imported.set(contentKey, own.set(key, peopleIn(said, labels)));
    }
  }

  /** The same of all that is kept of some runs. */
  async importKept(runs: readonly BesideRun[]): Promise<void> {
    for (const run of runs) for await (const page of loadOutputs(run.key)) this.import(run, page);
  }

  /** The run is over: the next one knows of all that was imported. */
  over(): void {
    this.#imported.clear();
  }

  #besideOf({ contentKey }: Media, beside: SiftResult['beside']): RecipeOutputs | null {
    const imported = this.#imported.get(contentKey ?? '');
    if (!imported) return beside.length === 0 ? null : receivedOutputs(beside);
    return new Map<string, PackedOutput>([
      ...beside.map(([key, said]) => [key, saidIn(said)] as const),
      ...imported,
    ]);
  }
}
