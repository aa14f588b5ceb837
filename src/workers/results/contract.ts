import type { ScannedResults } from '../../core/exchange/results/readyResults.ts';
import type { UnreadableCode } from '../../core/files/unreadableFile.ts';
import type { PackedPrediction } from '../../core/models/prediction/predictionPacking.ts';

/** An answer, or why there is none: errors would lose all but their message between worker and page. */
export type OrUnreadable<Answer> = { answer: Answer } | { unreadable: UnreadableCode; detail: string };

/** How many photos have results now, and how many of these had others before. */
export interface KeptResults {
  kept: number;
  differing: number;
}

/** What results say of people and vehicles in one content; see `peopleIn`. */
export interface SaidOfPeople {
  contentKey: string;
  said: PackedPrediction;
}

/** What the page asks of the worker that reads a file of results. */
export interface ResultsWorker {
  /** Looks through the file. @param format its name in the list of formats @param onShare 0-1 of its bytes */
  scan(format: string, file: Blob, onShare: (share: number) => void): Promise<OrUnreadable<ScannedResults>>;
  /**
   * Reads the file that was scanned again for what it says of people, and keeps nothing.
   *
   * @param contentKeys of the photos to look for, by their names in the file
   */
  people(
    contentKeys: ReadonlyMap<string, string>,
    onShare: (share: number) => void,
  ): Promise<OrUnreadable<SaidOfPeople[]>>;
  /**
   * Reads the file that was scanned again and adds what it says of some of its photos; what is here already stays.
   *
   * @param modelHash the key to keep it under
   * @param contentKeys of the photos to keep, by their names in the file
   * @returns how many there are now, and how many of them say otherwise than the file
   */
  keep(
    modelHash: string,
    contentKeys: ReadonlyMap<string, string>,
    onShare: (share: number) => void,
  ): Promise<OrUnreadable<KeptResults>>;
}
