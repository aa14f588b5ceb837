import type { Media } from '../../photos/media.ts';
import { statementText, type Review, type ReviewStatement } from '../../survey/reviews/review.ts';
import type { ImportedLabel } from '../importedLabels.ts';
import { matchFiles, type FileMatches } from './fileMatching.ts';

/** What imported labels become. */
export interface LabelReviews {
  /** Without id and number, which the laptop that takes them gives. */
  reviews: readonly Omit<Review, 'id' | 'order' | 'projectId'>[];
  /** How many of them are labels: what was said of events is told of their photos, too. */
  fresh: number;
  /** Labels that were there already, word for word. */
  known: number;
  matches: FileMatches;
}

/** The same for the same word on the same photos. */
function nameOf({ by, at, mediaIds, statement }: Omit<Review, 'id' | 'order' | 'projectId'>): string {
  return JSON.stringify([by, at, [...mediaIds].sort(), statementText(statement)]);
}

/**
 * Turns labels that people gave elsewhere into reviews of the photos they are of. What is imported twice is taken once.
 *
 * @param at for labels without a time, ISO 8601 in UTC
 * @param kept reviews that there are
 */
export function labelReviews(
  labels: readonly ImportedLabel[],
  media: readonly Media[],
  at: string,
  kept: readonly Review[] = [],
): LabelReviews {
  const matches = matchFiles(
    labels.flatMap(({ files }) => files),
    media,
  );
  const idOf = new Map(matches.matched.map(({ file, mediaId }) => [file, mediaId]));
  const there = new Set(kept.map(nameOf));
  // A label without a time is the same whenever it was imported.
  const thereUndated = new Set(kept.map((review) => nameOf({ ...review, at: '' })));
  const reviews: Omit<Review, 'id' | 'order' | 'projectId'>[] = [];
  let known = 0;
  for (const { files, observations, note, event, by, at: written } of labels) {
    // A date that is still to come says nothing of when it was.
    const saidAt = written !== null && written > at ? null : written;
    const mediaIds = files.flatMap((file) => idOf.get(file) ?? []);
    if (mediaIds.length === 0) continue;
    const statements: ReviewStatement[] = [
      ...(observations.length > 0 ? [{ kind: 'observations', observations } as const] : []),
      ...(note === undefined ? [] : [{ kind: 'note', text: note } as const]),
      ...(event === undefined ? [] : [{ kind: 'event', observations: event, asOf: at } as const]),
    ];
    for (const statement of statements) {
      const review = { by, at: saidAt ?? at, mediaIds, statement };
      const isKnown =
        saidAt === null ? thereUndated.has(nameOf({ ...review, at: '' })) : there.has(nameOf(review));
      if (!isKnown) reviews.push(review);
      else if (statement.kind !== 'event') known += 1;
    }
  }
  const fresh = reviews.filter(({ statement }) => statement.kind !== 'event').length;
  return { reviews, fresh, known, matches };
}
