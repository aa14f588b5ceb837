import * as Comlink from 'comlink';
import { formatNamed } from '../../core/exchange/formats.ts';
import type { ReadyResults } from '../../core/exchange/results/readyResults.ts';
import { UnreadableFileError } from '../../core/files/unreadableFile.ts';
import { textPieces } from '../../platform/textFile.ts';
import type { OrUnreadable, ResultsWorker } from './contract.ts';
import { keepResults, peopleInResults } from './keepResults.ts';

let ready: { file: Blob; results: ReadyResults } | null = null;

function scanned(): { file: Blob; results: ReadyResults } {
  if (!ready) throw new Error('No file was scanned.');
  return ready;
}

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
      const { read } = formatNamed(format);
      if (read?.kind !== 'results') throw new RangeError(`${format} holds no results`);
      const reader = (await read.scan())();
      for await (const piece of textPieces(file, byHundredths(file, onShare))) reader.push(piece);
      const results = reader.finish();
      ready = { file, results };
      return results.scanned;
    }),
  people: (contentKeys, onShare) =>
    orUnreadable(async () => {
      const { file, results } = scanned();
      return peopleInResults(file, results, contentKeys, byHundredths(file, onShare));
    }),
  keep: (modelHash, contentKeys, onShare) =>
    orUnreadable(async () => {
      const { file, results } = scanned();
      return keepResults(file, results, { modelHash, contentKeys }, byHundredths(file, onShare));
    }),
};

Comlink.expose(api);
