import { benchUsage, parseBenchArguments } from './arguments.ts';
import { runKill } from './kill/runKill.ts';
import { installPeers } from './peers/install.ts';
import { runScale } from './scale/runScale.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const kills = 20;

async function main(): Promise<void> {
  const options = parseBenchArguments(process.argv.slice(2));
  if (options === null) {
    process.stdout.write(benchUsage);
    return;
  }
  const started = performance.now();
  if (options.kill) await runKill(kills, say);
  else if (options.scale) await runScale(options.quick, say);
  else {
    // What needs the packages to be there is loaded when they are.
    await installPeers(say);
    const { runCompare } = await import('./compare/runCompare.ts');
    await runCompare(options, say);
  }
  say(`Done in ${((performance.now() - started) / 60_000).toFixed(1)} minutes.`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
