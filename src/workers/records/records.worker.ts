import * as Comlink from 'comlink';
import { packSurvey } from '../../storage/packSurvey.ts';
import type { BlocksWorker } from '../blocks/contract.ts';
import { CoverComparison } from '../likeness/coverComparison.ts';
import type { LikenessWorker } from '../likeness/contract.ts';

const comparison = new CoverComparison();

// Each job has a worker of its own, so that one can end without the other. They share a script, as most of it is the
// way to the database and to the page.
const api: BlocksWorker & LikenessWorker = {
  pack: (folderIds, keys, beside) => packSurvey(folderIds, keys, undefined, beside),
  find: async (covers, onShare) => {
    const likeness = await comparison.find(covers, onShare);
    if (likeness === null) return null;
    const { described, found } = likeness;
    return Comlink.transfer(likeness, [
      described.buffer,
      found.order.buffer,
      found.sizes.buffer,
      found.novelty.buffer,
    ]);
  },
};

Comlink.expose(api);
