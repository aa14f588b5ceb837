import { benchUsage, parseBenchArguments } from './arguments.ts';
import { runKill } from './kill/runKill.ts';
import { installPeers } from './peers/install.ts';
import { runScale } from './scale/runScale.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const options = parseBenchArguments(process.argv.slice(2));
  if (options === null) {
    process.stdout.write(benchUsage);
    return;
  }
  const started = performance.now();
  // What needs the packages to be there is loaded when they are.
  await installPeers(say);
  const { runCompare } = await import('./compare/runCompare.ts');
  await runCompare(options, say);
  say(
    `Done in ${((performance.now() - started) / 60_000).toFixed(1)} minutes; written to bench/results.json.`,
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
