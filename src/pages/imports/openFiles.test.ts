import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { openSources } from './openFiles.ts';

const given = (path: string, text: string): { path: string; file: File } => ({
  path,
  file: new File([text], path.slice(path.lastIndexOf('/') + 1)),
});

it('calls packages like their folders, and takes up what was dropped beside them', async () => {
  const { sources, refused } = await openSources([
    given('North/datapackage.json', '{}'),
    given('North/tables/media.csv', ''),
    given('South/datapackage.json', '{}'),
    given('labels.csv', 'file,species\n1.jpg,fox\n'),
    given('notes.json', '[]'),
  ]);
  expect(sources.map(({ kind, name }) => [kind, name])).toEqual([
    ['package', 'North'],
    ['package', 'South'],
    ['table', 'labels.csv'],
  ]);
  const [north] = sources;
  expect(north?.kind === 'package' && [...north.files.keys()]).toEqual([
    'datapackage.json',
    'tables/media.csv',
  ]);
  expect(refused.map(({ name }) => name)).toEqual(['notes.json']);
});

it('takes files that were chosen one by one for the package that they are', async () => {
  const { sources } = await openSources([given('datapackage.json', '{}'), given('media.csv', '')]);
  expect(sources.map(({ kind, name }) => [kind, name])).toEqual([['package', 'datapackage.json']]);
});

const table = { 'labels.csv': strToU8('file,species\n1.jpg,fox\n') };

/** An archive in whose directory a number is written over. @param field its place in an entry */
function archive(files: Record<string, Uint8Array>, field = 0, value: number[] = []): File {
  const bytes = zipSync(files, { level: 6 });
  for (let at = 0; at + 4 < bytes.length; at += 1) {
    const isEntry =
      bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2;
    if (isEntry && value.length > 0) bytes.set(value, at + field);
  }
  return new File([bytes], 'package.zip');
}

it.each([
  ['a bomb that says so', archive({ 'labels.csv': new Uint8Array(20_000_000) }), 'archive-bomb'],
  ['a bomb that lies', archive(table, 24, [10, 0, 0, 0]), 'damaged-archive'],
  ['one with a password', archive(table, 8, [1, 0]), 'archive-encrypted'],
  ['one that points outside', archive({ '../labels.csv': table['labels.csv'] }), 'archive-outside'],
  [
    'one of thousands of tables',
    archive(Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [`${n}.csv`, table['labels.csv']]))),
    'archive-too-many',
  ],
])('does not unpack an archive that is not safe: %s', async (_, file, code) => {
  const { sources, refused } = await openSources([{ path: 'package.zip', file }]);
  expect(sources).toEqual([]);
  expect(refused.map(({ error }) => error.code)).toEqual([code]);
});

it('unpacks the table of an archive, however many photos lie beside it', async () => {
  const photos = Array.from({ length: 1500 }, (_, n) => [`photos/${n}.jpg`, new Uint8Array(3)]);
  const file = archive({ ...table, ...(Object.fromEntries(photos) as Record<string, Uint8Array>) });
  const { sources } = await openSources([{ path: 'package.zip', file }]);
  expect(sources.map(({ kind, name }) => [kind, name])).toEqual([['table', 'labels.csv']]);
});
