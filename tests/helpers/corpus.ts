import { join, resolve } from 'node:path';
import { repositoryRoot } from '../../scripts/packageCommand.ts';

/**
 * The folder of public test files: other people's photos, models and packages, which are never part of this repository.
 * `FIELDSIFT_CORPUS` names it; without it the folder `shared` beside the checkout. What needs it skips where it is not.
 */
export const corpusFolder: string = resolve(repositoryRoot, process.env['FIELDSIFT_CORPUS'] ?? '../shared');

/** Absolute path of a file or folder of it, by names from the outermost in. */
export function inCorpus(...names: string[]): string {
  return join(corpusFolder, ...names);
}
