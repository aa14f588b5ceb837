import * as Comlink from 'comlink';
import { PackFailure } from '../../core/models/pack/packFailure.ts';
import { measureWasm } from '../graphics/measureWasm.ts';
import type { OrFault, PackWorker } from './contract.ts';
import { hashFile, inspectModel } from './inspection.ts';
import { takeIn } from './takeIn.ts';
import { tryModel } from './trial.ts';

/** @throws whatever is no PackFailure */
async function orFault<Answer>(work: () => Promise<Answer>): Promise<OrFault<Answer>> {
  try {
    return { answer: await work() };
  } catch (error) {
    if (error instanceof PackFailure) return { fault: error.fault };
    throw error;
  }
}

const api: PackWorker = {
  inspect: (name, file) => orFault(() => inspectModel(name, file)),
  hash: (name, file) => orFault(() => hashFile(name, file)),
  measure: (model) => orFault(() => measureWasm(model)),
  takeIn: (pack, photos, onStep) =>
    orFault(() => takeIn(pack, (model, onLoaded) => tryModel(model, photos, onLoaded), onStep)),
};

Comlink.expose(api);
