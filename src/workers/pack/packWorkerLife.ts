import * as Comlink from 'comlink';
import { PackFailure } from '../../core/models/pack/packFailure.ts';
import type { KeptModel } from '../../core/models/pack/packModel.ts';
import type { WasmMeasurement } from '../graphics/contract.ts';
import type { SiftModel } from '../sift/contract.ts';
import { askOnce, WorkerEndedError } from '../workerHandle.ts';
import type { InspectedModel, OrFault, PackContents, PackStep, PackWorker } from './contract.ts';

const patience = 300_000;

/** One question to a worker of its own, which ends with the answer and gives its memory back. @throws PackFailure */
async function ask<Answer>(
  name: string,
  question: (remote: Comlink.Remote<PackWorker>) => Promise<OrFault<Answer>>,
): Promise<Answer> {
  try {
    const said = await askOnce<PackWorker, OrFault<Answer>>(
      () => new Worker(new URL('./pack.worker.ts', import.meta.url), { type: 'module', name: 'pack' }),
      question,
      { patience },
    );
    if ('fault' in said) throw PackFailure.from(said.fault);
    return said.answer;
  } catch (error) {
    if (error instanceof PackFailure) throw error;
    if (!(error instanceof WorkerEndedError))
      throw new PackFailure('model-refused', name, error instanceof Error ? error.message : String(error));
    throw error.reason === 'stalled'
      ? new PackFailure('trial-stalled', name)
      : new PackFailure('no-memory', name, error.message);
  }
}

/** Reads a bare model file off the page. @throws PackFailure */
export function inspectOffPage(name: string, file: Blob): Promise<InspectedModel> {
  return ask(name, (remote) => remote.inspect(name, file));
}

/** Hashes a file that stands beside a model off the page. @throws PackFailure */
export function hashOffPage(name: string, file: Blob): Promise<string> {
  return ask(name, (remote) => remote.hash(name, file));
}

/** Measures a model on WASM off the page. @throws PackFailure */
export function measureOffPage(model: SiftModel): Promise<WasmMeasurement> {
  return ask(model.manifest.name, (remote) => remote.measure(model));
}

/** Checks, tries and keeps a model off the page. @throws PackFailure; nothing is kept then */
export function takeInOffPage(
  pack: PackContents,
  photos: File[],
  onStep: (step: PackStep) => void,
): Promise<KeptModel> {
  return ask(pack.manifest.name, (remote) => remote.takeIn(pack, photos, Comlink.proxy(onStep)));
}
