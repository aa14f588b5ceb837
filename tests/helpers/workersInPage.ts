import { formatNamed } from '../../src/core/exchange/formats.ts';
import type { ReadyResults } from '../../src/core/exchange/results/readyResults.ts';
import { contentKeyOf } from '../../src/platform/contentKey.ts';
import { textPieces } from '../../src/platform/textFile.ts';
import { keepResults, peopleInResults } from '../../src/workers/results/keepResults.ts';
import type { CopyOrder, MadeCopy } from '../../src/workers/share/contract.ts';
import type { SiftDelegate, SiftRecipe } from '../../src/workers/sift/contract.ts';
import { LoadedRecipe } from '../../src/workers/sift/loadedRecipe.ts';
import { siftAll } from '../../src/workers/sift/siftAll.ts';
import { written } from './textPhotos.ts';

/** Sifts in the page; everything but pixels and models is the app's own. */
export const sifting = {
  SiftWorkerLife: class {
    isOver = false;

    async live(recipe: SiftRecipe, stop: AbortSignal, owner: SiftDelegate): Promise<object> {
      await siftAll(await LoadedRecipe.load(recipe), {
        next: async () => (stop.aborted ? null : owner.next()),
        kept: (results, work) => owner.kept(results, work),
      });
      this.isOver = true;
      return stop.aborted ? { kind: 'stopped' } : { kind: 'finished' };
    }

    unwritten(): [] {
      return [];
    }
  },
};

/** Makes copies that say what they would show. */
export const copying = {
  CopyMaker: class {
    async make({ file, contentKey, covers }: CopyOrder): Promise<MadeCopy> {
      const key = await contentKeyOf(file);
      if (contentKey !== key) return { failure: 'It has changed since.' };
      return { bytes: written({ contentKey: key, covers }), sha256: '0' };
    }

    hash(): Promise<{ md5: string; sha256: string }> {
      return Promise.resolve({ md5: '0', sha256: '0' });
    }

    close(): void {
      // Nothing runs.
    }
  },
};

/** Reads files of results in the page, as the worker does. */
export const readingResults = {
  ResultsWorkerLife: class {
    #ready: { file: Blob; results: ReadyResults } | null = null;

    async scan(format: string, file: Blob): Promise<ReadyResults['scanned']> {
      const { read } = formatNamed(format);
      if (read?.kind !== 'results') throw new RangeError(format);
      const reader = (await read.scan())();
      for await (const piece of textPieces(file, () => undefined)) reader.push(piece);
      const results = reader.finish();
      this.#ready = { file, results };
      return results.scanned;
    }

    people(contentKeys: ReadonlyMap<string, string>): ReturnType<typeof peopleInResults> {
      if (!this.#ready) throw new Error('No file was scanned.');
      const { file, results } = this.#ready;
      return peopleInResults(file, results, contentKeys, () => undefined);
    }

    keep(modelHash: string, contentKeys: ReadonlyMap<string, string>): ReturnType<typeof keepResults> {
      if (!this.#ready) throw new Error('No file was scanned.');
      const { file, results } = this.#ready;
      return keepResults(file, results, { modelHash, contentKeys }, () => undefined);
    }

    close(): void {
      // Nothing runs.
    }
  },
};
