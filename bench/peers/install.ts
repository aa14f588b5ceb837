import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { repositoryRoot } from '../../scripts/packageCommand.ts';
import { runCommand } from '../../scripts/runCommand.ts';

/** The folder with the packages that Fieldsift is measured against. */
export const peersFolder = join(repositoryRoot, 'bench');

const required = ['sharp', 'onnxruntime-node', '@huggingface/transformers'];

/**
 * Installs what Fieldsift is measured against, on first use: half a gigabyte that nobody needs who only builds or
 * tests the app. Every binary comes inside an npm package, so no install script is run.
 *
 * @throws Error with npm's words when it cannot be installed
 */
export async function installPeers(say: (line: string) => void): Promise<void> {
  if (required.every((name) => existsSync(join(peersFolder, 'node_modules', name)))) return;
  say('Installing sharp, onnxruntime-node and transformers.js into bench/node_modules (once, 0.5 GB)…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { exitCode, output } = await runCommand([npm, 'ci', '--ignore-scripts'], { folder: peersFolder });
  if (exitCode !== 0) throw new Error(`npm ci in bench/ failed:\n${output}`);
}

/** Loads an installed peer. */
export const requirePeer = createRequire(join(peersFolder, 'package.json'));
