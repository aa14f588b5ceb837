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
