import { untrack } from 'svelte';
import type { Media } from '../core/media/media.ts';
import type { ModelManifest } from '../core/manifest/modelManifest.ts';
import { decideSequences, thresholdsInForce, toPhoto, type Photo } from '../core/media/photo.ts';
import type { PackedPrediction } from '../core/prediction/predictionPacking.ts';
import {
  defaultSettings,
  type Survey,
  type SurveyFolder,
  type SurveySettings,
} from '../core/survey/survey.ts';

/** The photos of one survey and everything that follows from them. Decisions are recomputed, never stored. */
export class SurveyState {
  #manifest = $state.raw() as ModelManifest;
  #survey = $state.raw<Survey | null>(null);
  #folders = $state.raw<SurveyFolder[]>([]);
  /** Not reactive itself: 100,000 photos are announced as a whole, by the revision. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- see above
  readonly #photos = new Map<string, Photo>();
  #revision = $state(0);
  #lastAnnounced = 0;
  #lastCost = 0;
  #announcing: ReturnType<typeof setTimeout> | null = null;

  constructor(manifest: ModelManifest) {
    this.#manifest = manifest;
  }

  /** Settings changed before there is a survey are kept for the one that comes. */
  #unsavedSettings = $state.raw(defaultSettings);

  readonly settings: SurveySettings = $derived.by(() => this.#survey?.settings ?? this.#unsavedSettings);
  readonly thresholds = $derived.by(() => thresholdsInForce(this.settings, this.manifest));

  readonly sequences = $derived.by(() => {
    this.#follow();
    const started = performance.now();
    const sequences = decideSequences(this.#photos.values(), this.settings.gapSeconds, this.thresholds);
    untrack(() => (this.#lastCost = performance.now() - started));
    return sequences;
  });

  readonly counts = $derived.by(() => {
    this.#follow();
    const counts = { total: this.#photos.size, pending: 0, done: 0, failed: 0 };
    for (const { media } of this.#photos.values()) counts[media.status] += 1;
    return counts;
  });

  readonly failures = $derived.by(() => {
    this.#follow();
    return [...this.#photos.values()]
      .filter(({ media }) => media.status === 'failed')
      .map(({ media }) => media);
  });

  /** Of the model whose word is shown. */
  get manifest(): ModelManifest {
    return this.#manifest;
  }

  get survey(): Survey | null {
    return this.#survey;
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

  /** Shows another survey, or none. @param manifest of the model whose word will be shown */
  open(survey: Survey | null, folders: SurveyFolder[], manifest = this.#manifest): void {
    this.#manifest = manifest;
    this.#photos.clear();
    this.#survey = survey;
    this.#folders = folders;
    this.#announceNow();
  }

  /** Photos that are not sifted yet. */
  pending(): Media[] {
    return this.photos().flatMap(({ media }) => (media.status === 'pending' ? [media] : []));
  }

  changeSettings(settings: SurveySettings): void {
    if (this.#survey) this.#survey = { ...this.#survey, settings };
    else this.#unsavedSettings = settings;
  }

  replaceSurvey(survey: Survey): void {
    this.#survey = survey;
  }

  putFolder(folder: SurveyFolder): void {
    this.#folders = [...this.#folders.filter(({ id }) => id !== folder.id), folder];
  }

  /** Adds photos or replaces what was known of them; the screen follows within a moment. */
  put(changed: Iterable<{ media: Media; prediction: PackedPrediction | null }>): void {
    for (const { media, prediction } of changed) {
      this.#photos.set(media.id, toPhoto(media, prediction, this.manifest.labels));
    }
    this.#announceSoon();
  }

  /** Makes whatever calls it recompute at the next revision. */
  #follow(): number {
    return this.#revision;
  }

  /** Recomputing 100,000 decisions takes time: the wait grows with it, so that the page stays free. */
  #announceSoon(): void {
    if (this.#announcing !== null) return;
    const wait = Math.max(200, 10 * this.#lastCost) - (performance.now() - this.#lastAnnounced);
    this.#announcing = setTimeout(() => this.#announceNow(), Math.max(0, wait));
  }

  #announceNow(): void {
    if (this.#announcing !== null) clearTimeout(this.#announcing);
    this.#announcing = null;
    this.#lastAnnounced = performance.now();
    this.#revision += 1;
  }
}
