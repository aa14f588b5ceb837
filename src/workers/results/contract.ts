import type { ResultsFormat, ScannedResults } from '../../core/formats/results/resultsScan.ts';
import type { UnreadableCode } from '../../core/formats/unreadableFile.ts';

/** An answer, or why there is none: errors would lose all but their message between worker and page. */
export type OrUnreadable<Answer> = { answer: Answer } | { unreadable: UnreadableCode; detail: string };

/** What the page asks of the worker that reads a file of results. */
export interface ResultsWorker {
  /** Looks through the file. @param onShare 0-1 of its bytes */
  scan(
    format: ResultsFormat,
    file: Blob,
    onShare: (share: number) => void,
  ): Promise<OrUnreadable<ScannedResults>>;
  /**
   * Reads the file that was scanned again and keeps what it says of some of its photos.
   *
   * @param modelHash the key to keep it under
   * @param contentKeys of the photos to keep, by their names in the file
   * @returns how many were kept
   */
  keep(
    modelHash: string,
    contentKeys: ReadonlyMap<string, string>,
    onShare: (share: number) => void,
  ): Promise<OrUnreadable<number>>;
}
