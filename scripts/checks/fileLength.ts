import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../packageCommand.ts';
import { judgeLengths, lineLimit } from './lineCounts.ts';

const folders = ['src', 'scripts', 'tests', 'bench', 'training'];
const sourceFile = /\.(ts|svelte|css|py)$/;

function sourceFiles(folder: string): string[] {
  try {
    return readdirSync(join(repositoryRoot, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && sourceFile.test(entry.name))
      .filter(({ parentPath }) => !parentPath.includes('node_modules'))
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

const lengths = folders.flatMap(sourceFiles).map((path) => ({
  path: path.slice(repositoryRoot.length + 1),
  lines: readFileSync(path, 'utf8').trimEnd().split('\n').length,
}));
const { tooLong, median, longest } = judgeLengths(lengths);

process.stdout.write(`${lengths.length} source files, median ${median} lines`);
process.stdout.write(longest ? `, longest ${longest.lines} (${longest.path})\n` : '\n');
for (const { path, lines } of tooLong)
  process.stdout.write(`${path} has ${lines} lines; the limit is ${lineLimit}.\n`);
process.exitCode = tooLong.length > 0 ? 1 : 0;
