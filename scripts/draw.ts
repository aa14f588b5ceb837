import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { DrawnPhotoPlan } from '../src/drawn/drawnPhoto.ts';
import { largeFolder } from '../src/drawn/largeFolder.ts';
import { sampleFolder } from '../src/drawn/sampleFolder.ts';

const usage = `Writes a folder of drawn camera-trap photos, and labels.csv with the truth.

  npx tsx scripts/draw.ts --out DIR [options]

  --out DIR         where to write; made when missing
  --sample          the photos of "Try it with sample photos"; the options below do not apply
  --count N         how many photos (default 200)
  --width N         pixels (default 640)
  --height N        pixels (default 480)
  --seed N          another seed draws other places and visits (default 1)
  --deployments N   camera folders (default: one for every 100 photos, at least 2)
  --hostile         folder names with spaces, commas, quotes and letters beyond ASCII
  --turned N        every Nth photo lies on its side, with EXIF orientation 6
  --noise X         strength of the sensor's noise (default 1)
  --quality N       JPEG quality 1-100 (default 85)
  --help            this text

The same options write the same bytes on every machine.
`;

class UsageError extends Error {}

function numberFrom(name: string, text: string, low: number, high: number, whole = true): number {
  const value = Number(text);
  if (
    text.trim() === '' ||
    !Number.isFinite(value) ||
    value < low ||
    value > high ||
    (whole && !Number.isInteger(value))
  ) {
    throw new UsageError(
      `--${name} takes a ${whole ? 'whole ' : ''}number from ${low} to ${high}, not "${text}".`,
    );
  }
  return value;
}

function parse(): { out: string; plans: Iterable<DrawnPhotoPlan> } | null {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      sample: { type: 'boolean', default: false },
      count: { type: 'string', default: '200' },
      width: { type: 'string', default: '640' },
      height: { type: 'string', default: '480' },
      seed: { type: 'string', default: '1' },
      deployments: { type: 'string' },
      hostile: { type: 'boolean', default: false },
      turned: { type: 'string', default: '0' },
      noise: { type: 'string', default: '1' },
      quality: { type: 'string', default: '85' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  if (values.out === undefined || values.out === '') throw new UsageError('--out DIR is missing.');
  if (values.sample) return { out: values.out, plans: sampleFolder() };
  const count = numberFrom('count', values.count, 1, 10_000_000);
  const deployments = values.deployments ?? String(Math.max(2, Math.round(count / 100)));
  const plans = largeFolder({
    count,
    width: numberFrom('width', values.width, 64, 8192),
    height: numberFrom('height', values.height, 64, 8192),
    seed: numberFrom('seed', values.seed, 0, 2 ** 31 - 1),
    deployments: numberFrom('deployments', deployments, 1, 100_000),
    hostile: values.hostile,
    turnedEvery: numberFrom('turned', values.turned, 0, 1_000_000),
    noise: numberFrom('noise', values.noise, 0, 20, false),
    quality: numberFrom('quality', values.quality, 1, 100),
  });
  return { out: values.out, plans };
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

async function main(): Promise<void> {
  const request = parse();
  if (!request) {
    process.stdout.write(usage);
    return;
  }
  const lines = ['path,truth'];
  const counts = new Map<string, number>();
  let bytes = 0;
  for (const plan of request.plans) {
    const file = join(request.out, plan.path);
    const photo = plan.render();
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, photo);
    lines.push(`${quoted(plan.path)},${plan.truth}`);
    counts.set(plan.truth, (counts.get(plan.truth) ?? 0) + 1);
    bytes += photo.length;
  }
  await writeFile(join(request.out, 'labels.csv'), `${lines.join('\n')}\n`);
  const kinds = [...counts].map(([truth, count]) => `${count} ${truth}`).join(', ');
  process.stdout.write(
    `${lines.length - 1} photos (${kinds}), ${(bytes / 1e6).toFixed(1)} MB in ${request.out}\n`,
  );
}

try {
  await main();
} catch (error) {
  const badArguments =
    error instanceof UsageError ||
    (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
  if (!badArguments) throw error;
  process.stderr.write(`${error.message}\nSee npx tsx scripts/draw.ts --help\n`);
  process.exitCode = 2;
}
