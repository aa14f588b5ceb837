import * as Comlink from 'comlink';
import { isStorageFull } from '../../platform/storageSpace.ts';
import { keepSifted } from '../../storage/mediaRepository.ts';
import type { SiftDelegate, SiftOutcome, SiftWorker } from './contract.ts';
import { LoadedModel } from './loadedModel.ts';
import { siftPhoto, type Sifted } from './pipeline.ts';
import { ResultWriter } from './resultWriter.ts';

let model: LoadedModel | null = null;

async function siftAll(loaded: LoadedModel, delegate: SiftDelegate): Promise<void> {
  const writer = new ResultWriter<Sifted>(async (batch) => {
    await keepSifted(batch);
    delegate.kept(batch.map(({ media, prediction, known }) => ({ media, prediction, known })));
  });
  for (let job = await delegate.next(); job; job = await delegate.next()) {
    writer.add(await siftPhoto(job, loaded));
  }
  await writer.flush();
}

const api: SiftWorker = {
  load: async (wanted) => {
    try {
      model = await LoadedModel.load(wanted);
      return { error: null };
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  },
  run: async (delegate): Promise<SiftOutcome> => {
    if (!model) return { kind: 'storage-failed', full: false, message: 'run before load' };
    try {
      await siftAll(model, delegate);
      return { kind: 'finished' };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { kind: 'storage-failed', full: isStorageFull(error), message };
    }
  },
};

Comlink.expose(api);
