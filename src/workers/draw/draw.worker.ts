import * as Comlink from 'comlink';
import { sampleFolder } from '../../drawn/sampleFolder.ts';
import type { DrawWorker } from './contract.ts';

function withoutRoot(path: string): string {
  return path.slice(path.indexOf('/') + 1);
}

const plans = new Map(sampleFolder().map((plan) => [withoutRoot(plan.path), plan]));

const api: DrawWorker = {
  paths: () => [...plans.keys()],
  render: (path) => {
    const plan = plans.get(path);
    if (!plan) throw new RangeError(`no sample photo at ${path}`);
    const bytes = plan.render();
    return Comlink.transfer(bytes, [bytes.buffer]);
  },
};

Comlink.expose(api);
