import { tick } from 'svelte';
import { inBackground } from '../../platform/background.ts';
import type { Media, MediaStatus } from '../../core/photos/media.ts';
import { evidenceOf } from '../../core/decisions/gate/besideWords.ts';
import { asSeenBy } from '../../core/photos/mediaStatus.ts';
import { toPhoto, type Photo } from '../../core/survey/photo.ts';
import type { CombinedModel, PreparedRecipe } from '../../core/decisions/recipes/preparedRecipe.ts';
import type { RecipeOutputs } from '../../core/decisions/recipes/recipeOutput.ts';
import type { Review } from '../../core/survey/reviews/review.ts';
import { sameList } from '../../core/incremental/perPart.ts';
import { SnapshotAssembler } from '../../core/survey/snapshotAssembler.ts';
import { snapshotModel } from '../../core/survey/decideSurvey.ts';
import { defaultSettings, type SurveySettings } from '../../core/settings/surveySettings.ts';
import { withSettings, type Survey, type SurveyFolder } from '../../core/survey/survey.ts';
import type { SnapshotModel, SurveySnapshot } from '../../core/survey/surveySnapshot.ts';
import { addReviews } from '../../storage/reviewRepository.ts';
import { appVersion } from '../../platform/appVersion.ts';
import { Decisions } from './decisions.svelte.ts';
import { LiveCounts, type Counts } from '../run/liveCounts.svelte.ts';
import { Keeper } from './keeper.svelte.ts';
import { now } from './now.ts';
import type { RecipeInUse } from '../models/recipeInUse.ts';
import { Reviews } from './reviews.svelte.ts';
import { SurveyStore } from './surveyStore.svelte.ts';

/** What is known of a photo after it was looked at. */
export interface KnownPhoto {
  media: Media;
  /** What every model said that saw it; null when none did. */
  outputs: RecipeOutputs | null;
  /** What other models said of people in it, as `peopleIn` has it; absent where nothing new is known of that. */
  beside?: RecipeOutputs | null;
}

/** What a survey is looked at with. */
export type SeenWith = Pick<RecipeInUse, 'prepared' | 'beside'>;

/** What a survey state tells of. */
export interface SurveyOwner {
  /** Something of the open survey was written to the disk. */
  kept(what: 'survey' | 'reviews'): void;
  clockIsBehind(last: string): void;
}

/** The photos of one survey and everything that follows from them. Decisions are recomputed, never stored. */
export class SurveyState {
  #recipe = $state.raw() as PreparedRecipe;
  #folders = $state.raw<SurveyFolder[]>([]);
  /** Not reactive itself: 100,000 photos are announced as a whole, by the revision. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- see above
  readonly #photos = new Map<string, Photo>();
  /** What every model said of each photo; its prediction is made from this again when the recipe changes. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- see above
  readonly #outputs = new Map<string, RecipeOutputs>();
  /** What models that are not in use said of people, and which of them said anything. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- see above
  readonly #besides = new Map<string, RecipeOutputs>();
  #beside: RecipeInUse['beside'] = [];
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- see above
  readonly #heard = new Set<string>();
  readonly #counts = new LiveCounts();
  #revision = $state(0);
  #lastAnnounced = 0;
  #lastCost = 0;
  #announcing: ReturnType<typeof setTimeout> | null = null;

  /** Told of what is kept; the app puts itself here. */
  owner: SurveyOwner = { kept: () => undefined, clockIsBehind: () => undefined };
  readonly keeper = new Keeper();
  /** The one writer of the survey's settings, recipe, clocks, stations, notes and tables. */
  readonly store = new SurveyStore(this.keeper, () => this.owner.kept('survey'));
  /** What people said of the photos. */
  readonly reviews: Reviews = new Reviews(
    {
      keep: (reviews) =>
        this.keeper.write(async () => {
          await addReviews(reviews);
          this.owner.kept('reviews');
        }),
      clockIsBehind: (last) => this.owner.clockIsBehind(last),
    },
    () => this.decisions.copyGroups,
  );

  constructor(recipe: PreparedRecipe) {
    this.#recipe = recipe;
  }

  /** Settings changed before there is a survey are kept for the one that comes. */
  #unsavedSettings = $state.raw(defaultSettings);

  readonly settings: SurveySettings = $derived.by(() => this.store.survey?.settings ?? this.#unsavedSettings);

  /** Every decision, recomputed when something it depends on changes. */
  readonly decisions = new Decisions({
    photos: () => {
      this.#follow();
      return this.photos();
    },
    settings: () => this.settings,
    manifest: () => this.manifest,
    heard: () => this.#heardModels,
    models: () => this.models,
    reviews: this.reviews,
    seed: () => this.store.survey?.id ?? '',
  });

  readonly thresholds = $derived.by(() => this.decisions.thresholds);

  readonly sequences = $derived.by(() => this.decisions.sequences);

  readonly #assembler = new SnapshotAssembler();

  /** The survey as it stands now, for whatever reads it as a whole: exports, charts, evaluations. */
  readonly snapshot: SurveySnapshot = $derived.by(() => {
    const { placement, copies, thresholds, gateSettings: gate, word } = this.decisions;
    const { said } = this.reviews;
    return this.#assembler.assemble({
      appVersion,
      at: now(),
      id: this.store.survey?.id ?? '',
      name: this.store.survey?.name ?? '',
      settings: this.settings,
      models: this.models,
      labels: this.manifest.labels,
      ...{ thresholds, gate, placement, copies, word },
      sequences: this.sequences,
      reviewOf: (mediaId) => said.photo(mediaId),
    });
  });

  /** How many photos there are and how far they are: shown sooner than what follows from them, as it costs nothing. */
  get counts(): Readonly<Counts> {
    return this.#counts.shown;
  }

  /** Photos that some model has seen, but that now wait for more: another model, or further crops. */
  readonly partlySeen = $derived.by(() => {
    this.#follow();
    let count = 0;
    for (const { media } of this.#photos.values()) {
      if (media.status === 'pending' && this.#outputs.has(media.id)) count += 1;
    }
    return count;
  });

  /** Thresholds of models that are not in use, and that said something of people in these photos. */
  readonly #heardModels = $derived.by(() => {
    this.#follow();
    return this.#keepHeard(this.#beside.filter(({ key }) => this.#heard.has(key)));
  });

  #lastHeard: RecipeInUse['beside'] = [];

  #keepHeard(heard: RecipeInUse['beside']): RecipeInUse['beside'] {
    if (!sameList(heard, this.#lastHeard)) this.#lastHeard = heard;
    return this.#lastHeard;
  }

  /** Photos that the models in use have not seen, where an earlier model's word stands; and that model's name. */
  readonly outdated: { media: readonly Media[]; model: string } = $derived.by(() => {
    this.#follow();
    const media: Media[] = [];
    let model = '';
    for (const [id, outputs] of this.#recipe.standIn ? this.#outputs : []) {
      const standIn = this.#recipe.standIn?.(outputs);
      const photo = standIn ? this.#photos.get(id) : null;
      if (!standIn || photo?.media.status !== 'done') continue;
      media.push(photo.media);
      model ||= `${standIn.manifest.name} ${standIn.manifest.version}`;
    }
    return { media, model };
  });

  readonly failures = $derived.by(() => {
    this.#follow();
    return this.#mediaThatAre('failed');
  });

  /** How many photos are damaged, though they could be sifted. */
  readonly damaged = $derived.by(() => {
    this.#follow();
    let count = 0;
    for (const { isDamaged } of this.#photos.values()) if (isDamaged) count += 1;
    return count;
  });

  /** The models that have a say. */
  readonly models: readonly SnapshotModel[] = $derived.by(() =>
    this.#recipe.models.map(({ manifest }) => snapshotModel(manifest)),
  );

  /** Labels and thresholds of the model whose word is shown, or of several together. */
  get manifest(): CombinedModel {
    return this.#recipe.combined;
  }

  get survey(): Survey | null {
    return this.store.survey;
  }

  get folders(): readonly SurveyFolder[] {
    return this.#folders;
  }

  /** All photos, in the order they were found. */
  photos(): Photo[] {
    return [...this.#photos.values()];
  }

  has(mediaId: string): boolean {
    return this.#photos.has(mediaId);
  }

  /** One photo as it is now; null when there is none of that id. */
  photo(mediaId: string): Photo | null {
    return this.#photos.get(mediaId) ?? null;
  }

  /** Shows another survey, or none. @param seenWith how what the models said becomes one word @param reviews those of the survey */
  open(
    survey: Survey | null,
    folders: SurveyFolder[],
    { prepared, beside }: SeenWith = { prepared: this.#recipe, beside: this.#beside },
    reviews: readonly Review[] = [],
  ): void {
    this.#recipe = prepared;
    this.#beside = beside;
    this.#besides.clear();
    this.#heard.clear();
    this.reviews.open(survey?.id ?? null, reviews);
    this.#photos.clear();
    this.#counts.clear();
    this.#outputs.clear();
    this.store.open(survey);
    this.#folders = folders;
    this.#announceNow();
  }

  /** Photos that are not sifted yet. */
  pending(): Media[] {
    return this.#mediaThatAre('pending');
  }

  #mediaThatAre(status: MediaStatus): Media[] {
    const all: Media[] = [];
    if (this.#counts.now[status] === 0) return all;
    for (const { media } of this.#photos.values()) if (media.status === status) all.push(media);
    return all;
  }

  /** Settles once the settings are on the disk, or it was told that they are not. */
  async changeSettings(settings: SurveySettings): Promise<void> {
    if (this.store.survey) await this.store.change((survey) => withSettings(survey, settings, now()));
    else this.#unsavedSettings = settings;
  }

  putFolder(folder: SurveyFolder): void {
    this.#folders = [...this.#folders.filter(({ id }) => id !== folder.id), folder];
  }

  /** Adds photos or replaces what was known of them; the screen follows within a moment. */
  put(changed: Iterable<KnownPhoto>): void {
    for (const { media, outputs, beside } of changed) {
      if (beside) this.#hear(media.id, beside);
      if (outputs) this.#outputs.set(media.id, outputs);
      else this.#outputs.delete(media.id);
      this.#place(media);
    }
    this.#counts.showSoon();
    this.#announceSoon();
  }

  /** Shows at once what was put last. */
  showAll(): void {
    if (this.#announcing !== null) this.#announceNow();
  }

  /** Has the same models make something else of what they said; photos that one of them must see again are pending. */
  reread({ prepared, beside }: SeenWith): void {
    this.#recipe = prepared;
    this.#beside = beside;
    for (const { media } of this.photos()) this.#place(media);
    this.#announceNow();
  }

  /** Takes up what other models said of people in photos, while everything else stays as it is. */
  hear(beside: RecipeInUse['beside'], photos: Iterable<KnownPhoto>): void {
    this.#beside = beside;
    for (const { media, beside: said } of photos) {
      const known = this.#photos.get(media.id);
      if (!said || !known) continue;
      this.#hear(media.id, said);
      this.#place(known.media);
    }
    this.#announceNow();
  }

  #hear(mediaId: string, said: RecipeOutputs): void {
    this.#besides.set(mediaId, said);
    for (const { key } of this.#beside) if (said.has(key)) this.#heard.add(key);
  }

  #place(media: Media): void {
    const outputs = this.#outputs.get(media.id) ?? null;
    const prediction = outputs ? this.#recipe.combine(outputs) : null;
    const words = outputs ? this.#recipe.words(outputs) : [];
    const evidence = evidenceOf(words, this.#besides.get(media.id), this.#beside);
    const seen = asSeenBy(media, prediction);
    const answer = outputs && prediction ? (this.#recipe.answer?.(outputs) ?? null) : null;
    this.#counts.change(this.#photos.get(media.id)?.media.status ?? null, seen.status);
    this.#photos.set(media.id, toPhoto(seen, prediction, this.manifest.labels, evidence, answer));
  }

  /** Makes whatever calls it recompute at the next revision. */
  #follow(): number {
    return this.#revision;
  }

  /**
   * Showing what follows for 100,000 photos takes time: the wait grows with it, so that a photo costs as much in a large
   * survey as in a small one. Meanwhile the counts go on.
   */
  #announceSoon(): void {
    if (this.#announcing !== null) return;
    const wait = Math.max(200, 50 * this.#lastCost) - (performance.now() - this.#lastAnnounced);
    this.#announcing = setTimeout(() => this.#announceNow(), Math.max(0, wait));
  }

  #announceNow(): void {
    if (this.#announcing !== null) clearTimeout(this.#announcing);
    this.#announcing = null;
    const started = performance.now();
    this.#counts.show();
    this.#revision += 1;
    // When all of the screen has followed.
    const measure = (): void => {
      this.#lastAnnounced = performance.now();
      this.#lastCost = this.#lastAnnounced - started;
    };
    inBackground(tick().then(measure));
  }
}
