import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The root of the repository. */
export const repositoryRoot = resolve(import.meta.dirname, '..');

/**
 * How to run the command of an installed package without a shell, the same on every system:
 * this Node.js and the package's own script.
 */
export function packageCommand(packageName: string, commandName: string = packageName): string[] {
  const folder = join(repositoryRoot, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin?: string | Record<string, string>;
  };
  const script = typeof bin === 'string' ? bin : bin?.[commandName];
  if (script === undefined) throw new Error(`Package ${packageName} has no command "${commandName}".`);
  return [process.execPath, join(folder, script)];
}
