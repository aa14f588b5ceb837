import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { largeFolder } from '../../src/drawn/largeFolder.ts';

/** What each photo of the benchmark is: a modern camera's full size, about 3 MB. */
const photo = { width: 4000, height: 3000, quality: 88, noise: 1 };
const scenesPerPlace = 4;

/**
 * Draws the scenes whose number leaves `part` when divided by `parts`, where they are not drawn yet.
 *
 * @param drawn called after each scene
 */
export async function drawScenes(
  folder: string,
  count: number,
  part: number,
  parts: number,
  drawn: () => void,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const deployments = Math.ceil(count / scenesPerPlace);
  let index = 0;
  for (const plan of largeFolder({ ...photo, count, seed: 5, deployments })) {
    const path = sceneFile(folder, index);
    if (index % parts === part && !existsSync(path)) {
      await writeFile(`${path}.part`, plan.render());
      await rename(`${path}.part`, path);
      drawn();
    }
    index += 1;
  }
}

/** Where a scene lies. */
export function sceneFile(folder: string, index: number): string {
  return join(folder, `scene-${String(index).padStart(2, '0')}.jpg`);
}
