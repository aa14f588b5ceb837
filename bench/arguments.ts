import { parseArgs } from 'node:util';

/** What `npm run bench` was asked to do. */
export interface BenchArguments {
  /** One's own photos instead of drawn ones. */
  photos: string | null;
  quick: boolean;
  scale: boolean;
  kill: boolean;
  walk: boolean;
  /** Of what `kill` does by chance. */
  seed: number;
}

export const benchUsage = `Measures Fieldsift against transformers.js and native code, in one run on this machine.

  npm run bench [-- options]

  --photos DIR  your own JPEGs instead of drawn ones (at least 16)
  --quick       fewer rounds and photos: under five minutes once photos and models are made
  --scale       instead: a survey of 100,000 photos
  --kill        instead: kills the browser 24 times while it sifts 300 photos, in review, merge, import and saving
  --walk        instead: what looking for damage in JPEGs costs, beside making pictures of them
  --seed N      of what --kill does by chance; it prints the one it takes
  --help        this text

Writes bench/results.json and the table in README.md (not with --quick or --photos); --scale writes bench/scale.json.
`;

/** @throws TypeError of Node.js that names what is wrong */
export function parseBenchArguments(argv: string[]): BenchArguments | null {
  const { values } = parseArgs({
    args: argv,
    options: {
      photos: { type: 'string' },
      quick: { type: 'boolean', default: false },
      scale: { type: 'boolean', default: false },
      kill: { type: 'boolean', default: false },
      walk: { type: 'boolean', default: false },
      seed: { type: 'string', default: String(Date.now() % 100_000) },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const { photos = null, quick, scale, kill, walk, seed } = values;
  return { photos, quick, scale, kill, walk, seed: Number(seed) || 0 };
}
