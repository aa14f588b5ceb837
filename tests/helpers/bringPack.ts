import type { KeptModel } from '../../src/core/models/pack/packModel.ts';
import { readPack } from '../../src/pages/models/packReader.ts';
import type { PackSource } from '../../src/pages/models/packSource.ts';
import { inspectModel } from '../../src/workers/pack/inspection.ts';
import { takeIn, type Trial } from '../../src/workers/pack/takeIn.ts';
import type { PackFiles } from '../fixtures/pack.ts';

/** A trial that goes well, without a runtime. */
const works: Trial = (_, onLoaded) => {
  onLoaded();
  return Promise.resolve({ milliseconds: 12, runs: 3 });
};

/** Files in memory as a pack. */
export function sourceOf(files: PackFiles): PackSource {
  return {
    name: 'pack',
    open: (path) => {
      const content = files[path];
      return content === undefined
        ? Promise.reject(new DOMException(path, 'NotFoundError'))
        : Promise.resolve(new Blob([content]));
    },
  };
}

/** Reads, checks and keeps a pack the way the app does, but in Node. @throws PackFailure */
export async function bringPack(source: PackSource, trial: Trial = works): Promise<KeptModel> {
  const pack = await readPack(source, async (path, content) => (await inspectModel(path, content)).sha256);
  return takeIn(pack, trial, () => undefined);
}
