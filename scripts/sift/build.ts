import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packageCommand, repositoryRoot } from '../packageCommand.ts';
import { runCommand } from '../runCommand.ts';

const sources = ['src', 'models', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];

/** When a file, or the newest file of a folder, was changed; 0 when there is none. */
function newestChange(path: string): number {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry) return 0;
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}

/**
 * Builds the app into `dist/` when that is asked for, missing or older than its sources.
 *
 * @throws Error with the build's output when it fails, or when there is no build and none may be made
 */
export async function ensureBuilt(when: 'auto' | 'always' | 'never'): Promise<void> {
  const builtAt = newestChange(join(repositoryRoot, 'dist/index.html'));
  if (when === 'never') {
    if (builtAt === 0)
      throw new Error('There is no built app: leave out --no-build, or run `npm run build`.');
    return;
  }
  const changedAt = Math.max(...sources.map((path) => newestChange(join(repositoryRoot, path))));
  if (when === 'auto' && builtAt > changedAt) return;
  const { exitCode, output } = await runCommand([...packageCommand('vite'), 'build']);
  if (exitCode !== 0) throw new Error(`The app could not be built:\n${output}`);
}
