import { benchUsage, parseBenchArguments } from './arguments.ts';
import { runKill } from './kill/runKill.ts';
import { installPeers } from './peers/install.ts';
import { drawnPhotos, photosIn } from './photos/photos.ts';
import { runScale } from './scale/runScale.ts';
import { runWalk } from './walk/runWalk.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const options = parseBenchArguments(process.argv.slice(2));
  if (options === null) {
    process.stdout.write(benchUsage);
    return;
  }
  const started = performance.now();
  if (options.kill) await runKill(options.seed, say);
  else if (options.walk) {
    const { photos } = options;
    await runWalk(photos === null ? (await drawnPhotos(16, say)).photos : await photosIn(photos), say);
  } else if (options.scale) await runScale(options.quick, say);
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
