import type { FormatProblem } from '../../core/exchange/exportFile.ts';

/** What the page asks of the worker that reads an export as others will. */
export interface ExportWorker {
  /** Takes the next part of a file's text. */
  add(file: string, text: string): void;
  /** The first 50 problems of all that was added, by the rules of a format; it is forgotten then. @throws RangeError where it has none */
  judge(target: string): Promise<readonly FormatProblem[]>;
}
