import { failureTexts } from '../files/failure.ts';
import type { Media } from '../photos/media.ts';
import type { Review } from './reviews/review.ts';
import { civilSeconds } from '../time/captureTime.ts';
import type { SurveyFolder } from './survey.ts';

/** Not a schema: 100,000 records are looked at whenever a survey opens. */
type Doubtful<Kept> = { [Name in keyof Kept]?: unknown } | null | undefined;

const isText = (value: unknown): value is string => typeof value === 'string';
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a record of a photo is one that the app can show; it may lie in a database that something else wrote. */
export function isReadableMedia(media: Doubtful<Media>): media is Media {
  if (!media || !isText(media.id) || !isText(media.path) || !isText(media.folderId)) return false;
  const { status, contentKey, metadata, failure } = media;
  if (status !== 'done' && status !== 'pending' && status !== 'failed') return false;
  if (contentKey !== null && !isText(contentKey)) return false;
  if (failure !== null && !(isRecord(failure) && Object.hasOwn(failureTexts, String(failure['code']))))
    return false;
  return metadata === null || (isRecord(metadata) && isReadableTime(metadata['captureTime']));
}

function isReadableTime(time: unknown): boolean {
  if (time === null) return true;
  if (!isRecord(time)) return false;
  const { civil, subsecond, offset } = time;
  if (!isText(civil) || (subsecond !== null && !isText(subsecond)) || (offset !== null && !isText(offset)))
    return false;
  return Number.isFinite(civilSeconds({ civil, subsecond, offset, source: 'exif' }));
}

/** Whether a folder is one that the app can show. */
export function isReadableFolder(folder: Doubtful<SurveyFolder>): folder is SurveyFolder {
  return !!folder && isText(folder.id) && isText(folder.name) && isRecord(folder.otherFiles);
}

/**
 * A review as far as the app understands it; null where it does not. Of one that is odd in part the rest holds, so that
 * nobody is let go by it: a hold stays a hold, a person that was seen stays seen, and a release signs nothing off.
 */
export function readableReview(review: Doubtful<Review>): Review | null {
  if (!review || !isText(review.id) || !isText(review.by) || !isText(review.at)) return null;
  if (typeof review.order !== 'number' || !isTexts(review.mediaIds)) return null;
  const statement = readableStatement(review.statement);
  if (statement === null) return null;
  return (statement === review.statement ? review : { ...review, statement }) as Review;
}

function readableStatement(statement: unknown): unknown {
  if (!isRecord(statement)) return null;
  const { kind, observations, signedOff, text, reviewId } = statement;
  switch (kind) {
    case 'observations':
      return Array.isArray(observations) ? withReadable(statement, observations) : null;
    case 'event':
      if (observations === null) return statement;
      return Array.isArray(observations) ? withReadable(statement, observations) : null;
    case 'gate':
      return isTexts(signedOff) ? statement : { ...statement, signedOff: [] };
    case 'note':
      return isText(text) ? statement : null;
    case 'undo':
      return isText(reviewId) ? statement : null;
    default:
      return kind === 'star' || kind === 'repeat-detection' ? statement : null;
  }
}

function isTexts(values: unknown): boolean {
  return Array.isArray(values) && values.every(isText);
}

function hasReadableTaxon({ taxon }: Readonly<Record<string, unknown>>): boolean {
  return taxon === null || (isRecord(taxon) && isText(taxon['scientificName']));
}

/** A statement with those of its observations that say what was seen. */
function withReadable(statement: Readonly<Record<string, unknown>>, values: readonly unknown[]): unknown {
  const isSound = (value: unknown): boolean =>
    isRecord(value) && isText(value['role']) && hasReadableTaxon(value);
  if (values.every(isSound)) return statement;
  const observations = values.flatMap((value) => {
    if (!isRecord(value) || !isText(value['role'])) return [];
    return hasReadableTaxon(value) ? value : { ...value, taxon: null };
  });
  return observations.length > 0 ? { ...statement, observations } : null;
}
