import * as Comlink from 'comlink';
import { sentOutputs } from '../../core/recipe/outputText.ts';
import { isStorageFull } from '../../platform/storageSpace.ts';
import { keepSifted } from '../../storage/mediaRepository.ts';
import type { SiftDelegate, SiftOutcome, SiftWorker } from './contract.ts';
import { LoadedRecipe } from './loadedRecipe.ts';
import { siftPhoto, type Sifted } from './pipeline.ts';
import { ResultWriter } from './resultWriter.ts';
import { StageClock } from './stageClock.ts';

let recipe: LoadedRecipe | null = null;

async function siftAll(loaded: LoadedRecipe, delegate: SiftDelegate): Promise<void> {
  const clock = new StageClock();
  const writer = new ResultWriter<Sifted>(async (batch) => {
    await clock.time('write', () => keepSifted(batch));
    const { keys } = loaded.prepared;
    const results = batch.map(({ media, said, known }) => ({
      media,
      outputs: said && sentOutputs(said, keys),
      known,
    }));
    delegate.kept(results, clock.take());
  });
  const next = () => clock.time('next', () => delegate.next());
  let wasKnown = false;
  for (let job = await next(); job; job = await next()) {
    const sifted = await siftPhoto(job, loaded, clock, wasKnown);
    wasKnown = sifted.known;
    clock.photoDone();
    writer.add(sifted);
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
