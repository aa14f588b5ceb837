import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../../scripts/packageCommand.ts';
import { ensureBuilt } from '../../scripts/sift/build.ts';
import { benchCache } from '../cache.ts';

/**
 * Builds the app where that is needed and takes a copy, so that another build in the meantime changes nothing of what
 * is measured.
 *
 * @returns the copy's folder
 */
export async function builtApp(): Promise<string> {
  await ensureBuilt('auto');
  const copy = join(benchCache, 'app');
  await rm(copy, { recursive: true, force: true });
  await cp(join(repositoryRoot, 'dist'), copy, { recursive: true });
  return copy;
}
