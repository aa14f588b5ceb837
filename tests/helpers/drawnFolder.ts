import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DrawnPhotoPlan } from '../../src/drawn/drawnPhoto.ts';

/** Drawn photos on disk, in a temporary folder. */
export interface DrawnFolder {
  /** Absolute path of the temporary folder. */
  root: string;
  remove(): Promise<void>;
}

/** Draws photos to disk, each under its own path. */
export async function drawFolder(plans: Iterable<DrawnPhotoPlan>): Promise<DrawnFolder> {
  const root = await mkdtemp(join(tmpdir(), 'fieldsift-drawn-'));
  for (const plan of plans) {
    const file = join(root, plan.path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, plan.render());
  }
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
}
