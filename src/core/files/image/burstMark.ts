/** What made the camera take a photo. */
export type CaptureTrigger = 'motion' | 'time-lapse' | 'external-sensor' | 'point-and-shoot';

/** The place of a photo in the camera's own burst, as its maker note says: `2 of 3` of event 238. */
export interface BurstMark {
  /** From 1. */
  number: number;
  /** Photos in the burst, as the camera was set. */
  of: number;
  /** Counted by the camera; starts again when its card is erased. */
  event: number;
  /** null when the camera wrote a letter that is not known. */
  trigger: CaptureTrigger | null;
}

/**
 * What the camera itself says of two photos that follow each other: `joins` for the next one of the same burst,
 * `starts` for the first of a burst and for one of another burst, and null when it says nothing, so that the gap
 * between the two decides: a mark is missing, photos between the two are missing, or one is a copy of the other.
 */
export function burstVerdict(
  previous: BurstMark | null | undefined,
  next: BurstMark | null | undefined,
): 'joins' | 'starts' | null {
  if (!next) return null;
  if (!previous) return next.number === 1 ? 'starts' : null;
  if (next.event !== previous.event || next.of !== previous.of) return 'starts';
  if (next.number === previous.number + 1) return 'joins';
  return next.number < previous.number ? 'starts' : null;
}
