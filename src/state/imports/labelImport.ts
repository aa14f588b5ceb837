import type { ImportedLabel } from '../../core/formats/importedLabels.ts';
import { labelReviews, type LabelReviews } from '../../core/formats/matching/labelReviews.ts';
import type { Fieldsift } from '../fieldsift.svelte.ts';
import { now } from '../now.ts';

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
  return labelReviews(named, media, now(), app.survey.reviews.log.reviews);
}

/** Makes reviews of labels. They stand beside what was said here; of two, the later holds. */
export function takeLabels({ reviews: found, fresh, known }: LabelReviews, app: Fieldsift): LabelReport {
  const { reviews, survey } = app.survey;
  const first = reviews.log.nextOrder;
  reviews.take(
    found.map((review, index) => ({
      ...review,
      id: crypto.randomUUID(),
      order: first + index,
      projectId: survey?.id ?? '',
    })),
  );
  return { added: fresh, known };
}
