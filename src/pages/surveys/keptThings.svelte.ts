import { isResultsOnly } from '../../core/models/manifest/importedManifest.ts';
import { thumbnailOfFile } from '../../platform/thumbnail.ts';
import { keepThumbnail, removeOutputs } from '../../storage/outputRepository.ts';
import {
  clearThumbnails,
  measureOutputs,
  measureSurveyBytes,
  measureThumbnails,
  thumbnailKeys,
  type StoredAmount,
} from '../../storage/storageMeasure.ts';
import type { Fieldsift } from '../shell/fieldsift.svelte.ts';
import { outputsByHash } from './outputsByHash.ts';
import type { KnownModel } from '../models/models.svelte.ts';
import { SurveyList, type ListedSurvey } from './surveyList.svelte.ts';

/** One thing that is kept in the browser and can be deleted by itself. */
export type KeptThing = StoredAmount & { id: string } & (
    | { kind: 'thumbnails' }
    /** `model` is null for one that is no longer here; `keys` are those its outputs lie under. */
    | { kind: 'outputs'; model: KnownModel | null; hash: string; keys: readonly string[] }
    | { kind: 'model'; model: KnownModel; isInUse: boolean }
    | { kind: 'survey'; listed: ListedSurvey }
  );

/** What is kept in this browser, thing by thing: how much it is, and the deleting of each. */
export class KeptThings {
  all = $state.raw<readonly KeptThing[]>([]);
  isRead = $state(false);
  /** Photos of the open survey that have no small picture. */
  withoutPicture = $state.raw<readonly string[]>([]);
  /** How many small pictures were made; null while none are being made. */
  made = $state<number | null>(null);
  readonly #app: Fieldsift;
  readonly #surveys: SurveyList;
  #stopping = new AbortController();

  constructor(app: Fieldsift) {
    this.#app = app;
    this.#surveys = new SurveyList(app);
  }

  async read(): Promise<void> {
    const thumbnails = await measureThumbnails();
    const outputs = await measureOutputs();
    await this.#surveys.read();
    const surveys = await Promise.all(
      this.#surveys.all.map(async (listed): Promise<KeptThing> => {
        const bytes = await measureSurveyBytes(listed.survey.id);
        return { kind: 'survey', id: listed.survey.id, listed, count: listed.size.photos, bytes };
      }),
    );
    this.all = [
      ...(thumbnails.count > 0 ? [{ kind: 'thumbnails' as const, id: 'thumbnails', ...thumbnails }] : []),
      ...this.#outputsByModel(outputs),
      ...this.#packs(),
      ...surveys,
    ];
    this.withoutPicture = await this.#pictureless();
    this.isRead = true;
  }

  /** @throws Error while a run is going */
  async delete(thing: KeptThing): Promise<void> {
    const { modelChoice, recipe } = this.#app;
    switch (thing.kind) {
      case 'thumbnails':
        await clearThumbnails();
        break;
      case 'outputs':
        if (thing.model && isResultsOnly(thing.model.manifest)) await modelChoice.remove(thing.model);
        for (const key of thing.keys) await removeOutputs(key);
        // The open survey is shown again, as what is left makes it.
        if (thing.model && modelChoice.isInUse(thing.model)) await modelChoice.useRecipe(recipe.recipe);
        break;
      case 'model':
        await modelChoice.remove(thing.model);
        break;
      case 'survey':
        await this.#surveys.delete(thing.listed);
    }
    await this.read();
  }

  /** Makes the small pictures that the open survey lacks, of photos whose folder can be read. */
  async makePictures(): Promise<void> {
    this.made = 0;
    this.#stopping = new AbortController();
    const { signal } = this.#stopping;
    for (const id of this.withoutPicture) {
      if (signal.aborted) break;
      const media = this.#app.survey.photo(id)?.media;
      const file = media && (await this.#app.openPhoto(media));
      const picture = file ? await thumbnailOfFile(file).catch(() => null) : null;
      if (!media?.contentKey || !picture) continue;
      await keepThumbnail({ ...picture, contentKey: media.contentKey });
      this.made += 1;
    }
    this.made = null;
    await this.read();
  }

  stop(): void {
    this.#stopping.abort();
  }

  #outputsByModel(outputs: ReadonlyMap<string, StoredAmount>): KeptThing[] {
    return [...outputsByHash(outputs)].map(([hash, { amount, keys }]) => {
      const model = this.#app.models.all.find((one) => one.hash === hash) ?? null;
      return { kind: 'outputs', id: `outputs ${hash}`, model, hash, keys, ...amount };
    });
  }

  #packs(): KeptThing[] {
    return this.#app.models.all.flatMap((model) => {
      if (!model.kept || isResultsOnly(model.manifest)) return [];
      const bytes = model.kept.files.reduce((sum, file) => sum + file.bytes, 0);
      const isInUse = this.#app.modelChoice.isInUse(model);
      return [{ kind: 'model' as const, id: `model ${model.hash}`, model, isInUse, count: 1, bytes }];
    });
  }

  async #pictureless(): Promise<string[]> {
    const there = await thumbnailKeys();
    return this.#app.survey.photos().flatMap(({ media: { id, contentKey, status } }) => {
      const isSeen = status === 'done' && contentKey !== null;
      return isSeen && !there.has(contentKey) ? [id] : [];
    });
  }
}
