import { untrack } from 'svelte';
import type { Media } from '../core/media.ts';
import type { ModelManifest } from '../core/modelManifest.ts';
import { decideSequences, thresholdsInForce, toPhoto, type Photo } from '../core/photo.ts';
import type { PackedPrediction } from '../core/predictionPacking.ts';
import { defaultSettings, type Survey, type SurveyFolder, type SurveySettings } from '../core/survey.ts';

/** The photos of one survey and everything that follows from them. Decisions are recomputed, never stored. */
export class SurveyState {
  readonly manifest: ModelManifest;
  #survey = $state.raw<Survey | null>(null);
  #folders = $state.raw<SurveyFolder[]>([]);
  /** Not reactive itself: 100,000 photos are announced as a whole, by the revision. */
  readonly #photos = new Map<string, Photo>();
  #revision = $state(0);
  #lastAnnounced = 0;
  #lastCost = 0;
  #announcing: ReturnType<typeof setTimeout> | null = null;

  constructor(manifest: ModelManifest) {
    this.manifest = manifest;
  }

  readonly settings: SurveySettings = $derived(this.#survey?.settings ?? defaultSettings);
  readonly thresholds = $derived(thresholdsInForce(this.settings, this.manifest));

  readonly sequences = $derived.by(() => {
    void this.#revision;
    const started = performance.now();
    const sequences = decideSequences(this.#photos.values(), this.settings.gapSeconds, this.thresholds);
    untrack(() => (this.#lastCost = performance.now() - started));
    return sequences;
  });

  readonly counts = $derived.by(() => {
    void this.#revision;
    const counts = { total: this.#photos.size, pending: 0, done: 0, failed: 0 };
    for (const { media } of this.#photos.values()) counts[media.status] += 1;
    return counts;
  });

  readonly failures = $derived.by(() => {
    void this.#revision;
    return [...this.#photos.values()].filter(({ media }) => media.status === 'failed').map(({ media }) => media);
  });

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

  /** Shows another survey, or none. */
  open(survey: Survey | null, folders: SurveyFolder[]): void {
    this.#photos.clear();
    this.#survey = survey;
    this.#folders = folders;
    this.#announceNow();
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
