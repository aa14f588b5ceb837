import type { FormatProblem } from '../../core/exchange/exportFile.ts';
import { askOnce } from '../workerHandle.ts';
import type { ExportWorker } from './contract.ts';

/** ms for one part, or for the verdict on a million photos. */
const patience = 600_000;

/** A part of an export's text. */
export interface TextPart {
  /** Name of the file, without folders. */
  file: string;
  text: string;
}

/**
 * What readers of the format would stumble over, found in a worker of its own that ends with the answer. The next part
 * is made when the worker has the one before, so that no more than two lie in memory on the page.
 *
 * @throws WorkerEndedError; the signal's reason
 */
export function judgeOffPage(
  target: string,
  parts: AsyncIterable<TextPart>,
  signal: AbortSignal,
): Promise<readonly FormatProblem[]> {
  return askOnce<ExportWorker, readonly FormatProblem[]>(
    () => new Worker(new URL('./export.worker.ts', import.meta.url), { type: 'module', name: 'export' }),
    async (remote, { heard }) => {
      for await (const { file, text } of parts) {
        signal.throwIfAborted();
        await remote.add(file, text);
        heard();
      }
      return remote.judge(target);
    },
    { patience, signal },
  );
}
