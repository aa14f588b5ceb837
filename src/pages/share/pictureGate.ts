import { isWithin, type BoundingBox } from '../../core/models/prediction/box.ts';
import type { LeavingPhotos } from '../../core/exchange/exportFile.ts';
import type { SurveySnapshot } from '../../core/survey/surveySnapshot.ts';

/** The people gate, asked for each picture at the moment that it is made: a hold counts from the next picture on. */
export class PictureGate {
  readonly #snapshot: () => SurveySnapshot;
  readonly #rule: (snapshot: SurveySnapshot) => LeavingPhotos;
  #known: { snapshot: SurveySnapshot; leaving: LeavingPhotos } | null = null;

  /** @param snapshot the survey as it stands now @param rule what may leave of a survey */
  constructor(snapshot: () => SurveySnapshot, rule: (snapshot: SurveySnapshot) => LeavingPhotos) {
    this.#snapshot = snapshot;
    this.#rule = rule;
  }

  /** The covers that the photo needs now, 0-1 of the upright photo; null when it may not leave. */
  covers(mediaId: string): readonly BoundingBox[] | null {
    const snapshot = this.#snapshot();
    if (this.#known?.snapshot !== snapshot) this.#known = { snapshot, leaving: this.#rule(snapshot) };
    return this.#known.leaving.get(mediaId) ?? null;
  }

  /** Whether a picture of the photo with these covers, made earlier, may still leave. */
  stands(mediaId: string, painted: readonly BoundingBox[]): boolean {
    const needed = this.covers(mediaId);
    return needed?.every((cover) => painted.some((one) => isWithin(cover, one))) ?? false;
  }
}
