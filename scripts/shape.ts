import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { repositoryRoot } from './packageCommand.ts';

// The shape of the source in numbers: how many files, how long they are, how many serve a single other file.

interface SourceFile {
  path: string;
  lines: number;
  imports: readonly string[];
}

const importPattern = /(?:from|import)\s*\(?\s*['"](\.[^'"?]+)/g;

function readSource(): SourceFile[] {
  return readdirSync(join(repositoryRoot, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.(ts|svelte)$/.test(path) && !path.endsWith('.test.ts'))
    .map((path) => {
      const text = readFileSync(join(repositoryRoot, path), 'utf8');
      const imports = [...text.matchAll(importPattern)].map(([, name = '']) =>
        normalize(join(dirname(path), name)).replaceAll('\\', '/'),
      );
      return { path, lines: text.split('\n').length - 1, imports: [...new Set(imports)] };
    });
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

/** Rooms of core/ by name, with their files and lines. */
function roomsOf(files: readonly SourceFile[]): Map<string, { files: number; lines: number }> {
  const rooms = new Map<string, { files: number; lines: number }>();
  for (const { path, lines } of files) {
    const [, layer = '', room = ''] = path.split('/');
    const name = layer === 'core' && !room.includes('.') ? `core/${room}` : layer;
    const known = rooms.get(name) ?? { files: 0, lines: 0 };
    rooms.set(name, { files: known.files + 1, lines: known.lines + lines });
  }
  return rooms;
}

const files = readSource();
const importers = new Map<string, number>();
for (const { imports } of files)
  for (const path of imports) importers.set(path, (importers.get(path) ?? 0) + 1);
const single = files.filter(({ path }) => importers.get(path) === 1);
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

say(`${files.length} files in src, median ${median(files.map(({ lines }) => lines))} lines`);
say(
  `${single.length} with a single importer (${Math.round((100 * single.length) / files.length)} %), ${single.filter(({ lines }) => lines < 40).length} of them under 40 lines`,
);
for (const [room, { files: count, lines }] of [...roomsOf(files)].sort())
  say(`${room.padEnd(20)}${String(count).padStart(5)} files${String(lines).padStart(8)} lines`);
if (process.argv.includes('--satellites'))
  for (const { path, lines } of single.filter((file) => file.lines < 40)) say(`${lines}  ${path}`);
