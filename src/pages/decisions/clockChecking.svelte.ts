import type { Photo } from '../../core/survey/photo.ts';
import { clockSamples, reportClock, type ClockReport } from '../../core/survey/clockReport.ts';
import { isGrey } from '../../core/time/greyness.ts';
import { thumbnailPixels } from '../../platform/thumbnailPixels.ts';
import { findThumbnail } from '../../storage/outputRepository.ts';
import type { SurveyState } from '../survey/surveyState.svelte.ts';

/** px; a tint shows at this size as well as at any. */
const longest = 100;

/** The check of each camera's clock by the light in its photos. */
export class ClockChecking {
  readonly #survey: SurveyState;
  /** Whether a photo is infra-red, by its content; null for one that cannot be read. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- announced as a whole, deployment by deployment
  readonly #grey = new Map<string, boolean | null>();
  #looked = $state(0);
  checking = $state(false);

  constructor(survey: SurveyState) {
    this.#survey = survey;
  }

  readonly #samples = $derived.by(() => clockSamples(this.#survey.decisions.placement));

  /** One for each deployment, by the photos looked at so far. */
  readonly reports: readonly ClockReport[] = $derived.by(() => {
    const { placement } = this.#survey.decisions;
    this.#follow();
    return this.#samples.map((sample) =>
      reportClock(sample, placement, ({ media }) => this.#grey.get(media.contentKey ?? '') ?? null),
    );
  });

  /** True when photos would tell more than is known. */
  readonly isStale: boolean = $derived.by(() => {
    this.#follow();
    return this.#samples.some(({ photos }) => photos.some((photo) => !this.#isKnown(photo)));
  });

  /** Looks at the small pictures of all photos that can tell something. */
  async check(): Promise<void> {
    if (this.checking) return;
    this.checking = true;
    try {
      for (const { photos } of this.#samples) {
        for (const photo of photos) if (!this.#isKnown(photo)) await this.#look(photo);
        this.#looked += 1;
      }
    } finally {
      this.checking = false;
    }
  }

  #isKnown({ media }: Photo): boolean {
    return media.contentKey === null || this.#grey.has(media.contentKey);
  }

  async #look({ media: { contentKey } }: Photo): Promise<void> {
    if (contentKey === null) return;
    const thumbnail = await findThumbnail(contentKey);
    const pixels = thumbnail && (await thumbnailPixels(thumbnail, longest));
    this.#grey.set(contentKey, pixels && isGrey(pixels));
  }

  #follow(): number {
    return this.#looked;
  }
}
