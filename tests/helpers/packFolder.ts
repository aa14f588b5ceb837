import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PackFiles } from '../fixtures/pack.ts';

/** Packs on disk, in a temporary folder. */
export interface PackFolder {
  /** Writes a pack; the absolute path of its folder. */
  write(name: string, files: PackFiles): Promise<string>;
  remove(): Promise<void>;
}

/** Makes a temporary folder for packs. */
export async function packFolder(): Promise<PackFolder> {
  const root = await mkdtemp(join(tmpdir(), 'fieldsift-packs-'));
  return {
    async write(name, files) {
      const folder = join(root, name);
      await mkdir(folder, { recursive: true });
      for (const [path, content] of Object.entries(files)) await writeFile(join(folder, path), content);
      return folder;
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
