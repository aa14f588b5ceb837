import * as Comlink from 'comlink';
import type { ShareWorker } from './contract.ts';
import { hashFile } from './hashFile.ts';
import { safeCopy } from './safeCopy.ts';

const api: ShareWorker = {
  makeCopy: async (order) => {
    const copy = await safeCopy(order);
    return 'bytes' in copy ? Comlink.transfer(copy, [copy.bytes.buffer]) : copy;
  },
  hashFile,
};

Comlink.expose(api);
