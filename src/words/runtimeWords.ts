import type { Messages } from './english.ts';
import type { RuntimeVerdict } from '../core/models/runtime/runtimeVerdict.ts';

type RuntimeTexts = Messages['models']['runtime'];

function share(value: number, { beyondMeasure }: RuntimeTexts): string {
  return Number.isFinite(value) ? value.toPrecision(2) : beyondMeasure;
}

/** Where a model is computed and why, in a sentence or two. @param words of the reader's language */
export function runtimeInWords({ reason }: RuntimeVerdict, words: RuntimeTexts): string {
  switch (reason.kind) {
    case 'made-for-wasm':
      return words.madeForWasm;
    case 'no-adapter':
      return words.noAdapter;
    case 'not-fetched':
      return words.notFetched;
    case 'faster':
    case 'slower': {
      const { wasmMilliseconds, webgpuMilliseconds, workers } = reason;
      return words[reason.kind](webgpuMilliseconds, workers, wasmMilliseconds / workers);
    }
    case 'different':
      return words.different(share(reason.difference, words), reason.tolerance);
    case 'failed':
      return words.failed(reason.detail);
    case 'lost':
      return words.lost(reason.detail);
  }
}
