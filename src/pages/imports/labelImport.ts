import type { ImportedLabel } from '../../core/exchange/importedLabels.ts';
import { labelReviews, type LabelReviews } from '../../core/exchange/matching/labelReviews.ts';
import type { Review } from '../../core/survey/reviews/review.ts';
import type { Fieldsift } from '../shell/fieldsift.svelte.ts';
import { nothingToAsk, stricterSide, type Proposal, type StricterSide } from './stricterSide.ts';

/** What became of labels that people gave elsewhere. */
export interface LabelReport {
  /** Reviews that were added. */
  added: number;
  /** Reviews that were there already. */
  known: number;
}

/**
 * What labels would become, and which photos they are of.
 *
 * @param source says whose word it is where the file does not: the file's name
 */
export function previewLabels(
  labels: readonly ImportedLabel[],
  source: string,
  app: Fieldsift,
): LabelReviews {
  const media = app.survey.photos().map((photo) => photo.media);
  const named = labels.map((label) => (label.by === 'unknown' ? { ...label, by: source } : label));
  const { reviews } = app.survey;
  return labelReviews(named, media, reviews.moment().at, reviews.log.reviews);
}

/**
 * What labels would let go of what is held, and which of them are left out until somebody agrees.
 *
 * @param beside what comes with them
 */
export function stricterLabels(
  { reviews }: LabelReviews,
  app: Fieldsift,
  beside: Omit<Proposal, 'reviews'> = {},
): StricterSide {
  const first = app.survey.reviews.log.nextOrder;
  const drafts = reviews.map((review, index) => ({
    ...review,
    ...{ id: `label ${index}`, order: first + index, projectId: '' },
  }));
  const { heldReviews, ...stricter } = stricterSide(app, { ...beside, reviews: drafts });
  const held = reviews.filter((_, index) => heldReviews.has(drafts[index] as Review));
  return { ...stricter, heldReviews: new Set(held as Review[]) };
}

/** Makes reviews of labels. They stand beside what was said here; of two, the later holds. */
export function takeLabels(
  { reviews: found, fresh, known }: LabelReviews,
  app: Fieldsift,
  { heldReviews }: StricterSide = nothingToAsk,
): LabelReport {
  const { reviews, survey } = app.survey;
  const taken = found.filter((review) => !heldReviews.has(review as Review));
  const first = reviews.log.nextOrder;
  reviews.take(
    taken.map((review, index) => ({
      ...review,
      id: crypto.randomUUID(),
      order: first + index,
      projectId: survey?.id ?? '',
    })),
  );
  const held = found.filter((review) => !taken.includes(review) && review.statement.kind !== 'event').length;
  return { added: fresh - held, known };
}
