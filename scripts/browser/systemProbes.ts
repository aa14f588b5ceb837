import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';
import { packageCommand } from '../packageCommand.ts';
import { chromiumArguments } from './chromiumArguments.ts';
import type { BrowserProbes } from './findBrowser.ts';
import { launchFailure } from './launchFailure.ts';

const downloadLimit = 180_000;
const installLimit = 600_000;

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Runs a command without a terminal; why it failed in one line, or null. */
function whyFailed(command: string[], limit: number): string | null {
  const [program = '', ...parameters] = command;
  const result = spawnSync(program, parameters, {
    encoding: 'utf8',
    timeout: limit,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (result.error) {
    const late = 'code' in result.error && result.error.code === 'ETIMEDOUT';
    return late ? `not finished after ${limit / 1000} s` : result.error.message;
  }
  if (result.status === 0) return null;
  const lines = `${result.stderr}\n${result.stdout}`.split('\n').map((line) => line.trim());
  return lines.find((line) => /error|failed|unable/i.test(line)) ?? `exit code ${String(result.status)}`;
}

async function whyNotStarting(path: string): Promise<string | null> {
  try {
    const browser = await chromium.launch({ executablePath: path, args: chromiumArguments, timeout: 30_000 });
    await browser.close();
    return null;
  } catch (error) {
    return launchFailure(error instanceof Error ? error.message : String(error));
  }
}

/** Answers the search for a browser from the machine this runs on. */
export function systemProbes(): BrowserProbes {
  return {
    platform: process.platform,
    environment: process.env,
    isRoot: process.getuid?.() === 0,
    exists: isExecutable,
    whyNotStarting,
    playwrightPath: () => chromium.executablePath(),
    downloadPlaywright: () =>
      Promise.resolve(whyFailed([...packageCommand('playwright'), 'install', 'chromium'], downloadLimit)),
    hasCommand: (name) =>
      (process.env['PATH'] ?? '').split(delimiter).some((folder) => isExecutable(join(folder, name))),
    install: (manager) => {
      for (const command of manager.commands) {
        const reason = whyFailed(command, installLimit);
        // A failed update is no reason not to install from the lists that are there.
        if (reason !== null && command === manager.commands.at(-1)) return Promise.resolve(reason);
      }
      return Promise.resolve(null);
    },
    say: (line) => process.stderr.write(`${line}\n`),
  };
}
