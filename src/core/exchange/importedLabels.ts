import type { Observation } from '../taxa/observation.ts';

/** What a person said of some photos, in another program; `files` are as they were written. */
export interface ImportedLabel {
  files: readonly string[];
  /** None where only a note was made. */
  observations: readonly Observation[];
  /** Who; `unknown` where the file does not say. */
  by: string;
  /** ISO 8601 in UTC; null where the file does not say. */
  at: string | null;
  /** In the person's own words; absent where there is none. */
  note?: string;
  /** What was said of the files as one event, as in a review's statement; absent where they are not one. */
  event?: readonly Observation[] | null;
}
