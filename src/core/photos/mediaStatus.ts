import type { PackedPrediction } from '../models/prediction/predictionPacking.ts';
import type { Media } from './media.ts';

/** Failures of a model rather than of the photo: they say nothing of another model. */
export function isModelFailure({ failure }: Media): boolean {
  return (
    failure?.code === 'inference' || failure?.code === 'worker-died' || failure?.code === 'not-in-results'
  );
}

/**
 * A photo's record as the models in use see it; what is stored is of whichever saw the photo last.
 *
 * @param prediction what they say together; null while one of them has not seen the photo
 */
export function asSeenBy(media: Media, prediction: PackedPrediction | null): Media {
  if (prediction === null) return media.status === 'done' ? { ...media, status: 'pending' } : media;
  const isSeen = media.status === 'done' || (media.status === 'failed' && !isModelFailure(media));
  return isSeen ? media : { ...media, status: 'done', failure: null };
}
