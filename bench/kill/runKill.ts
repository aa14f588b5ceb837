import { builtApp } from '../fieldsift/builtApp.ts';
import { smallPhotos } from '../photos/smallPhotos.ts';
import { killedRun, undisturbedRun } from './killedRun.ts';

const photos = 500;

/** The first line in which two tables differ, of both. */
function difference(left: string, right: string): string {
  const lines = right.split('\n');
  const at = left.split('\n').findIndex((line, index) => line !== lines[index]);
  return `line ${at + 1}:\n${left.split('\n')[at] ?? ''}\n${lines[at] ?? ''}`;
}

/**
 * Sifts 500 photos and kills the browser `kills` times at random moments, opens it again each time and goes on, and
 * compares the table with that of a run that nothing disturbed.
 *
 * @throws Error when they differ, or when photos are missing
 */
export async function runKill(kills: number, say: (line: string) => void): Promise<void> {
  const root = await builtApp();
  const folder = await smallPhotos('kill', photos);
  const order = { root, folder, photos, kills };
  say(`A run of ${photos} photos that nothing disturbs`);
  const expected = await undisturbedRun(order);
  const table = await killedRun({
    ...order,
    onKill: (kill, done) => say(`Killed ${kill} of ${kills} times, at ${done} of ${photos} photos`),
  });
  if (table !== expected) {
    throw new Error(
      `The results differ from those of an undisturbed run, first in ${difference(expected, table)}`,
    );
  }
  say(`All ${photos} photos once, and the same table as of an undisturbed run.`);
}
