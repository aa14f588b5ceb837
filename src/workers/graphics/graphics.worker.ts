import * as Comlink from 'comlink';
import type { SiftModel } from '../sift/contract.ts';
import type { GraphicsRunner, GraphicsWorker } from './contract.ts';
import { GraphicsModel } from './graphicsModel.ts';

let wanted: SiftModel | null = null;
let loaded: GraphicsModel | null = null;

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const runner: GraphicsRunner = {
  run: (inputs, outputNames) =>
    loaded?.run(inputs, outputNames) ?? Promise.resolve({ failure: 'run before load' }),
};

const api: GraphicsWorker = {
  load: async (model) => {
    try {
      wanted = model;
      loaded = await GraphicsModel.load(model);
      return { failure: null };
    } catch (error) {
      return { failure: messageOf(error) };
    }
  },
  measure: async (wasm) => {
    if (!wanted || !loaded) return { kind: 'failed', detail: 'measure before load' };
    try {
      return await loaded.measure(wanted, wasm);
    } catch (error) {
      return { kind: 'failed', detail: messageOf(error) };
    }
  },
  serve: (port) => Comlink.expose(runner, port),
  failed: () => loaded?.failed ?? Promise.resolve('not loaded'),
};

Comlink.expose(api);
