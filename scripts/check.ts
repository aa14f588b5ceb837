import { checkSteps } from './checks/steps.ts';
import type { CheckStep } from './checks/steps.ts';
import { inLanes } from './checks/inLanes.ts';
import { runCommand, type CommandResult } from './runCommand.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
/** How many checks run at a time: most of them keep one core busy. */
const lanes = 2;
/** What a check says even when it passes. */
const alwaysShown = new Set(['file length', 'size']);

async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const steps = checkSteps().filter(
    ({ name }) => asked.length === 0 || asked.some((word) => name.includes(word)),
  );
  if (steps.length === 0) throw new Error(`No check is named "${asked.join(' ')}".`);
  const run = async ({ name, command }: CheckStep): Promise<{ name: string; result: CommandResult }> => {
    const result = await runCommand(command, { environment: { NO_COLOR: '1' } });
    say(`${result.exitCode === 0 ? 'ok    ' : 'FAILED'}  ${name}`);
    if (result.exitCode !== 0 || alwaysShown.has(name)) say(result.output.trim());
    if (result.timedOut) say('Stopped: not finished in 15 minutes.');
    return { name, result };
  };
  const results = await inLanes(steps, lanes, run);

  const width = Math.max(...results.map(({ name }) => name.length));
  say('\nCheck'.padEnd(width + 3) + 'Seconds  Status');
  for (const { name, result } of results) {
    const status = result.exitCode === 0 ? 'ok' : 'FAILED';
    say(`${name.padEnd(width + 2)}${result.seconds.toFixed(1).padStart(7)}  ${status}`);
  }
  const failed = results.filter(({ result }) => result.exitCode !== 0).length;
  say(
    failed === 0 ? `All ${results.length} checks passed.` : `${failed} of ${results.length} checks failed.`,
  );
  process.exitCode = failed === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
