import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseSiftArguments } from '../../scripts/sift/arguments.ts';
import { runSift } from '../../scripts/sift/runSift.ts';
import type { SiftSummary } from '../../scripts/sift/summary.ts';
import { sampleFolder } from '../../src/drawn/sampleFolder.ts';
import { drawFolder, type DrawnFolder } from '../helpers/drawnFolder.ts';

const plans = sampleFolder().slice(0, 6);
let drawn: DrawnFolder;
let out: string;

beforeAll(async () => {
  drawn = await drawFolder(plans);
  await writeFile(
    join(drawn.root, 'Drawn samples/Ridge trail/cut.jpg'),
    plans[0]?.render().slice(0, -400) ?? '',
  );
  out = await mkdtemp(join(tmpdir(), 'fieldsift-out-'));
  const stations = 'station,lat,lon,utc offset\nRidge trail,46.5,8.4,Europe/Zurich\nCreek,46.6,8.5,+02:00\n';
  await writeFile(join(out, 'stations.csv'), stations);
});
afterAll(async () => {
  await drawn.remove();
  await rm(out, { recursive: true, force: true });
});

function sift(name: string, imports: readonly string[], targets: string): Promise<SiftSummary> {
  const given = imports.flatMap((path) => ['--import', join(out, path)]);
  const argv = [
    join(drawn.root, 'Drawn samples'),
    '--out',
    join(out, name),
    '--no-build',
    '--export',
    targets,
  ];
  return runSift(parseSiftArguments([...argv, ...given]));
}

const text = (path: string): Promise<string> => readFile(join(out, path), 'utf8');

describe('sift --import', () => {
  it('takes results in without running a model, and writes the same bytes again', async () => {
    const first = await sift('first', [], 'megadetector,speciesnet,speciesnet-5');
    expect(first.byStatus).toEqual({ done: 6, failed: 1 });
    const results = JSON.parse(await text('first/megadetector.json')) as { images: object[] };
    results.images.push({ file: 'elsewhere/1.jpg', detections: [] });
    await writeFile(join(out, 'more.json'), JSON.stringify(results));
    const second = await sift('second', ['first/megadetector.json'], 'megadetector');
    expect(second.problem).toBeNull();
    expect(second.model.id).toContain('imported.lookout');
    expect(await text('second/megadetector.json')).toBe(await text('first/megadetector.json'));
    const { imports } = await sift('third', ['more.json'], 'megadetector');
    expect(imports[0]?.passedOver).toEqual([{ what: 'elsewhere/1.jpg', reason: 'not in this survey' }]);
  });

  it.each(['speciesnet', 'speciesnet-5'])(
    'takes %s.json in, and writes the same bytes again',
    async (target) => {
      await sift(target, [`first/${target}.json`], target);
      expect(await text(`${target}/${target}.json`)).toBe(await text(`first/${target}.json`));
    },
  );

  it('takes tables of stations and a package in, and writes the same tables again', async () => {
    const first = await sift('places', ['stations.csv'], 'camtrap-dp');
    expect(first.imports).toMatchObject([
      { name: 'stations.csv', passedOver: [{ what: 'Creek' }], problem: null },
    ]);
    expect(await text('places/camtrap-dp/media.csv')).toMatch(/T\d\d:\d\d:\d\d\+02:00/);
    const second = await sift('package', ['places/camtrap-dp'], 'camtrap-dp');
    expect(second.imports[0]?.problem).toBeNull();
    for (const table of ['deployments', 'media', 'observations']) {
      const path = `camtrap-dp/${table}.csv`;
      expect(await text(`package/${path}`)).toBe(await text(`places/${path}`));
    }
  });

  it('lists what fits nothing, and what cannot be read, with the reason', async () => {
    await writeFile(join(out, 'labels.csv'), 'file,species\nno.jpg,fox\n,deer\n');
    await writeFile(join(out, 'half.json'), '{"images": [');
    const { imports } = await sift('refused', ['labels.csv', 'half.json'], 'sorting-lists');
    // Results come first, whatever their place.
    expect(imports).toMatchObject([
      { name: 'half.json', taken: [] },
      {
        name: 'labels.csv',
        taken: [],
        passedOver: [
          { what: 'no.jpg', reason: 'not in this survey' },
          { what: 'Row 3', reason: 'no photo is named' },
        ],
        problem: 'Nothing in the file is a photo of this survey, so there is nothing to import.',
      },
    ]);
    expect(imports[0]?.problem).toMatch(/ends too early|no JSON|neither/);
  });
});
