import { spawn } from 'node:child_process';
import { repositoryRoot } from './packageCommand.ts';

export interface CommandResult {
  /** Null when the command was stopped or could not be started. */
  exitCode: number | null;
  /** Standard output and standard error together; empty when they were shown as they came. */
  output: string;
  seconds: number;
  timedOut: boolean;
}

interface CommandOptions {
  environment?: Record<string, string>;
  /** Show the output as it comes instead of collecting it. */
  show?: boolean;
  limitMinutes?: number;
  folder?: string;
}

/** Stops a command with everything that it started. */
function stopAll(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    // On POSIX the command leads its own process group, which a negative number means.
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It ended by itself just now.
  }
}

/** Runs a command from the root of the repository, without a terminal and without standard input. */
export function runCommand(command: string[], options: CommandOptions = {}): Promise<CommandResult> {
  const { environment, show = false, limitMinutes = 15, folder = repositoryRoot } = options;
  const [program = '', ...parameters] = command;
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const output: Buffer[] = [];
    let timedOut = false;
    const child = spawn(program, parameters, {
      cwd: folder,
      env: { ...process.env, ...environment },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      detached: process.platform !== 'win32',
    });
    const stop = () => stopAll(child.pid);
    const interrupt = () => {
      stop();
      process.exit(130);
    };
    const timer = setTimeout(() => {
      timedOut = true;
      stop();
    }, limitMinutes * 60_000);
    process.once('SIGINT', interrupt);
    process.once('SIGTERM', interrupt);
    const finish = (exitCode: number | null) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
      const seconds = (performance.now() - startedAt) / 1000;
      resolve({ exitCode, output: Buffer.concat(output).toString('utf8'), seconds, timedOut });
    };
    child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => output.push(chunk));
    child.once('error', (error) => {
      output.push(Buffer.from(error.message));
      finish(null);
    });
    child.once('close', finish);
  });
}
