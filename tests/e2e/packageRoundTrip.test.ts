import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseSiftArguments } from '../../scripts/sift/arguments.ts';
import { runSift } from '../../scripts/sift/runSift.ts';
import type { SiftSummary } from '../../scripts/sift/summary.ts';
import { eventPackage } from '../fixtures/eventPackage.ts';
import { inCorpus } from '../helpers/corpus.ts';
import { makePackagePhotos, tableRows } from '../helpers/packagePhotos.ts';

const published = inCorpus('formats/tdwg_camtrap-dp/example');
let place: string;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'fieldsift-round-'));
});
afterAll(() => rm(place, { recursive: true, force: true }));

/** How many observations there are of each kind; what a machine saw is the word of the model in use. */
function tally(observations: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of tableRows(observations)) {
    const { observationLevel, classificationMethod, observationType } = row;
    const said = classificationMethod === 'human' ? observationType : '';
    const key = `${observationLevel} ${classificationMethod} ${said}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** Takes a package in, beside photos made for it, and writes it again: twice, the second time what was written. */
async function roundTrip(
  name: string,
  source: string,
): Promise<{ first: string; again: string; media: string }> {
  const own = join(place, name);
  await mkdir(own);
  const given = tableRows(await readFile(join(source, 'media.csv'), 'utf8'));
  const photos = join(own, 'Season');
  await writeFile(join(own, 'nothing.json'), await makePackagePhotos(given, photos));
  const labels: string[] = [];
  const sift = async (from: string, to: string): Promise<SiftSummary> => {
    const imports = ['--import', from, '--import', join(own, 'nothing.json')];
    const argv = [photos, '--out', join(own, to), '--no-build', '--export', 'camtrap-dp', ...imports];
    const summary = await runSift(parseSiftArguments(argv));
    labels.push(summary.imports.flatMap(({ taken }) => taken).find((each) => each.includes('label')) ?? '');
    return summary;
  };
  const text = (to: string, table: string): Promise<string> =>
    readFile(join(own, to, 'camtrap-dp', `${table}.csv`), 'utf8');
  await sift(source, 'first');
  await sift(join(own, 'first/camtrap-dp'), 'again');
  // No label lands on a photo that had none before.
  expect(labels[1]).toBe(labels[0]);
  const [first, again, media] = await Promise.all([
    text('first', 'observations'),
    text('again', 'observations'),
    text('first', 'media'),
  ]);
  return { first, again, media };
}

describe('a Camtrap DP package that goes through the app', () => {
  it('keeps every photo and every observation, of photos and of events', async () => {
    const source = join(place, 'package');
    await mkdir(source);
    const files = eventPackage();
    for (const [name, text] of Object.entries(files)) await writeFile(join(source, name), text);
    const { first, again, media } = await roundTrip('drawn', source);
    expect(tableRows(media)).toHaveLength(8);
    expect(tally(first)).toEqual(tally(files['observations.csv'] ?? ''));
    const events = tableRows(first).filter(({ observationLevel }) => observationLevel === 'event');
    expect(events.map(({ scientificName, classifiedBy }) => [scientificName, classifiedBy])).toEqual([
      ['Vulpes vulpes', 'Ada, Bo'],
      ['Lepus europaeus', 'Ada, Bo'],
      ['', 'Ada'],
      ['', expect.any(String)],
    ]);
    expect(again).toBe(first);
  });
});

// The published package is not part of this repository.
describe.skipIf(!existsSync(published))('the published example, with photos drawn for it', () => {
  it('keeps all 423 media and 549 observations', async () => {
    const { first, again, media } = await roundTrip('example', published);
    expect(tableRows(media)).toHaveLength(423);
    expect(tableRows(first)).toHaveLength(549);
    expect(tally(first)).toEqual(tally(await readFile(join(published, 'observations.csv'), 'utf8')));
    expect(again).toBe(first);
  });
});
