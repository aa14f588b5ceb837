import * as Comlink from 'comlink';
import { isStorageFull } from '../../platform/storageSpace.ts';
import type { SiftOutcome, SiftWorker } from './contract.ts';
import { LoadedRecipe } from './loadedRecipe.ts';
import { siftAll } from './siftAll.ts';

let recipe: LoadedRecipe | null = null;

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
