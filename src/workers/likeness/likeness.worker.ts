import * as Comlink from 'comlink';
import { findLikeness } from '../../core/likeness/likeness.ts';
import type { LikenessWorker } from './contract.ts';
import { CoverDescriptors } from './coverDescriptors.ts';

const descriptors = new CoverDescriptors();
let asked = 0;

const api: LikenessWorker = {
  find: async (covers, onShare) => {
    const ask = ++asked;
    const isOver = (): boolean => ask !== asked;
    const all = await descriptors.describe(covers, onShare, isOver);
    // A newer question that waits already is heard before all are compared, which takes seconds.
    await new Promise((resolve) => setTimeout(resolve));
    if (all === null || isOver()) return null;
    const described: number[] = [];
    const pictures = all.flatMap((descriptor, place) => {
      if (!descriptor) return [];
      described.push(place);
      return [{ descriptor, kind: covers.kinds[place] ?? 0 }];
    });
    const found = findLikeness(pictures);
    const answer = { described: Uint32Array.from(described), found };
    const { order, sizes, novelty } = found;
    return Comlink.transfer(answer, [answer.described.buffer, order.buffer, sizes.buffer, novelty.buffer]);
  },
};

Comlink.expose(api);
