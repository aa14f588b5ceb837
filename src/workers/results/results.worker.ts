import * as Comlink from 'comlink';
import { scanResults, type ReadyResults } from '../../core/formats/results/resultsScan.ts';
import { UnreadableFileError } from '../../core/formats/unreadableFile.ts';
import { textPieces } from '../../platform/textFile.ts';
import type { StoredOutput } from '../../storage/database.ts';
import { keepOutputs } from '../../storage/outputRepository.ts';
import type { OrUnreadable, ResultsWorker } from './contract.ts';

/** Photos that are written together. */
const batchSize = 500;

let ready: { file: Blob; results: ReadyResults } | null = null;

async function orUnreadable<Answer>(work: () => Promise<Answer>): Promise<OrUnreadable<Answer>> {
  try {
    return { answer: await work() };
  } catch (error) {
    if (error instanceof UnreadableFileError) return { unreadable: error.code, detail: error.detail };
    if (error instanceof DOMException) return { unreadable: 'unreadable', detail: error.message };
    throw error;
  }
}

/** Tells the page of every hundredth part, and not of every piece. */
function byHundredths(file: Blob, onShare: (share: number) => void): (bytes: number) => void {
  let last = -1;
  return (bytes) => {
    const hundredths = Math.floor((100 * bytes) / Math.max(1, file.size));
    if (hundredths === last) return;
    last = hundredths;
    onShare(hundredths / 100);
  };
}

const api: ResultsWorker = {
  scan: (format, file, onShare) =>
    orUnreadable(async () => {
      const reader = scanResults(format);
      for await (const piece of textPieces(file, byHundredths(file, onShare))) reader.push(piece);
      const results = reader.finish();
      ready = { file, results };
      return results.scanned;
    }),
  keep: (modelHash, contentKeys, onShare) =>
    orUnreadable(async () => {
      if (!ready) throw new Error('No file was scanned.');
      const { file, results } = ready;
      let batch: StoredOutput[] = [];
      let kept = 0;
      const write = async (): Promise<void> => {
        kept += batch.length;
        await keepOutputs(batch);
        batch = [];
      };
      const reader = results.reader(({ file: name, prediction }) => {
        const contentKey = contentKeys.get(name);
        if (contentKey !== undefined) batch.push({ ...prediction, contentKey, modelHash });
      });
      for await (const piece of textPieces(file, byHundredths(file, onShare))) {
        reader.push(piece);
        if (batch.length >= batchSize) await write();
      }
      reader.finish();
      await write();
      return kept;
    }),
};

Comlink.expose(api);
