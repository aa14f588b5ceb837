import { createRandom } from '../../src/core/statistics/randomSource.ts';
import { builtApp } from '../fieldsift/builtApp.ts';
import { smallPhotos } from '../photos/smallPhotos.ts';
import { difference } from './difference.ts';
import { killedExchange } from './killedExchange.ts';
import { killedReview } from './killedReview.ts';
import { killedSifting, undisturbedRun } from './killedRun.ts';
import { Visits } from './visits.ts';

const photos = 300;
const kills = { sifting: 12, review: 6 };

/**
 * Kills the browser at random moments and opens it again: 12 times while 300 photos are sifted, 6 times while they are
 * reviewed, and twice each in a merge, an import and in saving.
 *
 * @param seed of the random moments and keys
 * @throws Error when anything that was kept is gone, doubled or half there, or differs from what nothing disturbed
 */
export async function runKill(seed: number, say: (line: string) => void): Promise<void> {
  const root = await builtApp();
  const folder = await smallPhotos('kill', photos);
  const random = createRandom(seed);
  const order = { root, folder, photos, kills: kills.sifting };
  say(`A run of ${photos} photos that nothing disturbs; the seed of what follows is ${seed}`);
  const expected = await undisturbedRun(order);
  const visits = await Visits.begin(root);
  try {
    const onKill = (kill: number, done: number) =>
      say(`Killed ${kill} of ${order.kills} times in sifting, at ${done} of ${photos} photos`);
    const table = await killedSifting(visits, { ...order, onKill }, () => random.next());
    if (table !== expected) {
      throw new Error(
        `The results differ from those of an undisturbed run, first in ${difference(expected, table)}`,
      );
    }
    say(`All ${photos} photos once, and the same table as of an undisturbed run.`);
    const reviews = await killedReview(visits, { kills: kills.review, random, say });
    say(`All ${reviews.length} reviews that were kept are there, each once.`);
    await killedExchange(visits, { folder, random, say });
    say('Nothing is lost, doubled or half there.');
  } finally {
    await visits.end();
  }
}
