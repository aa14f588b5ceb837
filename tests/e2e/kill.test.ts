import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { killedRun, undisturbedRun } from '../../bench/kill/killedRun.ts';
import { largeFolder } from '../../src/drawn/largeFolder.ts';
import { drawFolder, type DrawnFolder } from '../helpers/drawnFolder.ts';

const photos = 40;
let drawn: DrawnFolder;

beforeAll(async () => {
  drawn = await drawFolder(largeFolder({ count: photos, seed: 11, width: 320, height: 240, deployments: 2 }));
});
afterAll(() => drawn.remove());

it('a run whose browser is killed again and again ends with every photo once and the same results', async () => {
  const order = { folder: join(drawn.root, 'Drawn photos'), photos, kills: 3 };
  let killed = 0;
  const table = await killedRun({ ...order, onKill: () => (killed += 1) });
  expect(killed).toBe(order.kills);
  expect(table).toBe(await undisturbedRun(order));
});
