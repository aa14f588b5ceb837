import * as Comlink from 'comlink';
import { isStorageFull } from '../../platform/storageSpace.ts';
import { keepSifted } from '../../storage/mediaRepository.ts';
import type { SiftDelegate, SiftOutcome, SiftWorker } from './contract.ts';
import { LoadedRecipe } from './loadedRecipe.ts';
import { siftPhoto, type Sifted } from './pipeline.ts';
import { ResultWriter } from './resultWriter.ts';

let recipe: LoadedRecipe | null = null;

async function siftAll(loaded: LoadedRecipe, delegate: SiftDelegate): Promise<void> {
  const writer = new ResultWriter<Sifted>(async (batch) => {
    await keepSifted(batch);
    delegate.kept(batch.map(({ media, said, known }) => ({ media, outputs: said, known })));
  });
  for (let job = await delegate.next(); job; job = await delegate.next()) {
    writer.add(await siftPhoto(job, loaded));
  }
  await writer.flush();
}

const api: SiftWorker = {
  load: async (wanted) => {
    try {
      recipe = await LoadedRecipe.load(wanted);
      return { error: null };
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  },
  run: async (delegate): Promise<SiftOutcome> => {
    if (!recipe) return { kind: 'storage-failed', full: false, message: 'run before load' };
    try {
      await siftAll(recipe, delegate);
      return { kind: 'finished' };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { kind: 'storage-failed', full: isStorageFull(error), message };
    }
  },
};

Comlink.expose(api);
