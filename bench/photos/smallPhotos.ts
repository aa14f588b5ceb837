import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { largeFolder } from '../../src/drawn/largeFolder.ts';
import { benchCache } from '../cache.ts';

/** Seeds of the folders, so that no two hold the same photo. */
const seeds = { seed: 1, more: 2, few: 3, many: 4, kill: 5 } as const;

/** A folder of small drawn photos, made on first use. @returns its path */
export async function smallPhotos(name: keyof typeof seeds, count: number): Promise<string> {
  const folder = join(benchCache, 'photos', `${name} ${count}`);
  if (existsSync(folder)) return folder;
  const part = `${folder}.part`;
  await rm(part, { recursive: true, force: true });
  const deployments = Math.max(1, Math.round(count / 100));
  for (const plan of largeFolder({ count, seed: seeds[name], width: 320, height: 240, deployments })) {
    const file = join(part, plan.path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, plan.render());
  }
  await rename(part, folder);
  return folder;
}
