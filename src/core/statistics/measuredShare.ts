import { clopperPearson, type ShareInterval } from './clopperPearson.ts';

/** A share with its counts and the exact 95 % interval; `share` is null when there is nothing to share. */
export interface MeasuredShare {
  share: number | null;
  /** How many of `of`. */
  count: number;
  of: number;
  interval: ShareInterval;
}

/** Measures a share. */
export function measureShare(count: number, of: number): MeasuredShare {
  return { share: of === 0 ? null : count / of, count, of, interval: clopperPearson(count, of) };
}
