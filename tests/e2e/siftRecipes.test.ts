import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseSiftArguments } from '../../scripts/sift/arguments.ts';
import { runSift } from '../../scripts/sift/runSift.ts';
import { classifierFromDetector, type DetectorOutput } from '../fixtures/classifierFromDetector.ts';
import { inCorpus } from '../helpers/corpus.ts';

const models = inCorpus('models');
const samples = inCorpus('photos/speciesnet-samples');
const labelCount = 80;

/** COCO's animals. */
const taxa: Record<string, string> = {
  cat: 'mammalia;carnivora;felidae;felis;catus',
  dog: 'mammalia;carnivora;canidae;canis;familiaris',
  bear: 'mammalia;carnivora;ursidae;;',
  horse: 'mammalia;perissodactyla;equidae;equus;caballus',
  zebra: 'mammalia;perissodactyla;equidae;equus;quagga',
  sheep: 'mammalia;artiodactyla;bovidae;ovis;aries',
  cow: 'mammalia;artiodactyla;bovidae;bos;taurus',
  giraffe: 'mammalia;artiodactyla;giraffidae;giraffa;camelopardalis',
  elephant: 'mammalia;proboscidea;elephantidae;;',
  bird: 'aves;;;;',
};

interface Manifest {
  labels: { name: string }[];
  [field: string]: unknown;
}

type Row = Record<string, string>;

let folder: string;

async function manifestOf(pack: string): Promise<Manifest> {
  return JSON.parse(await readFile(`docs/packs/${pack}/manifest.json`, 'utf8')) as Manifest;
}

/** A worked pack with its model, as a detector. */
async function detectorPack(pack: string, file: string): Promise<void> {
  await mkdir(join(folder, pack), { recursive: true });
  await copyFile(`docs/packs/${pack}/manifest.json`, join(folder, pack, 'manifest.json'));
  await copyFile(join(models, file), join(folder, pack, file));
}

/** The same model as a classifier of whole photos. */
async function classifierPack(id: string, pack: string, file: string, output: DetectorOutput): Promise<void> {
  const model = classifierFromDetector(await readFile(join(models, file)), output, labelCount);
  const manifest = await manifestOf(pack);
  const sha256 = createHash('sha256').update(model).digest('hex');
  const changed = {
    ...manifest,
    id,
    name: id,
    task: 'classifier',
    files: [{ path: 'model.onnx', kind: 'model', bytes: model.length, sha256 }],
    output: { name: 'scores', decoder: 'classifier', activation: 'none' },
    labels: manifest.labels.map((label) => {
      const taxon = taxa[label.name];
      return taxon === undefined ? label : { ...label, taxon };
    }),
  };
  await mkdir(join(folder, id), { recursive: true });
  await writeFile(join(folder, id, 'manifest.json'), JSON.stringify(changed));
  await writeFile(join(folder, id, 'model.onnx'), model);
}

/** Runs `npm run sift` over the samples with a recipe beside its packs; the rows of `photos.csv` by file name. */
async function siftWith(name: string, recipe: object, ...options: string[]): Promise<Map<string, Row>> {
  const path = join(folder, `${name}.json`);
  const head = { schemaVersion: 1, id: name, version: '1', name };
  await writeFile(path, JSON.stringify({ ...head, ...recipe }));
  const out = join(folder, `out-${name}`);
  const argv = [samples, '--recipe', path, '--out', out, '--no-build', ...options];
  const summary = await runSift(parseSiftArguments(argv));
  expect(summary.problem).toBeNull();
  expect(summary.consoleErrors).toEqual([]);
  const { data } = Papa.parse<Row>(await readFile(join(out, 'photos.csv'), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  return new Map(data.map((row) => [(row['path'] ?? '').split('/').at(-1) ?? '', row]));
}

function classesFrom(row: Row | undefined, least: number): string[] {
  const boxes = JSON.parse(row?.['detections'] || '[]') as { class: string; score: number }[];
  return [...new Set(boxes.filter(({ score }) => score >= least).map((box) => box.class))].sort();
}

const elephants = [
  'african_elephants.jpg',
  'african_elephants_bw.jpg',
  'african_elephants_cmyk.jpg',
  'african_elephants_with_exif_orientation.jpg',
];
const blanks = ['blank.jpg', 'blank2.jpg', 'blank3.jpg'];

const absent = [models, samples].filter((path) => !existsSync(path));
if (absent.length > 0) {
  console.log(
    `Recipes are not run on real photos, as there is no ${absent.join(' and no ')}; recipes.test.ts runs them on drawn ones.`,
  );
}

describe.skipIf(absent.length > 0)('Recipes on real photos, by `npm run sift -- --recipe`', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fieldsift-recipes-'));
    await detectorPack('yolox-nano', 'yolox_nano.onnx');
    await classifierPack('by-yolov8n', 'yolov8n', 'yolov8n_int8.onnx', 'yolov8');
    await classifierPack('by-yolox', 'yolox-nano', 'yolox_nano.onnx', 'yolox');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('a gate of empty or animal, then species: only what the gate lets through is named', async () => {
    const rows = await siftWith('gated', {
      kind: 'gated',
      gate: { id: 'yolox-nano' },
      species: { id: 'by-yolov8n' },
      animalFrom: 0.3,
      nameFrom: 0.5,
    });
    for (const name of elephants) {
      expect(rows.get(name)?.['label'], name).toBe('animal');
      expect(classesFrom(rows.get(name), 0.3), name).toContain('elephant');
    }
    // The gate takes it for a cat; the species model knows better.
    expect(classesFrom(rows.get('american_black_bear.jpg'), 0.3)).toEqual(['bear']);
    expect(rows.get('human.jpg')?.['label']).toBe('person');
    expect(rows.get('vehicle.jpg')?.['label']).toBe('vehicle');
    for (const name of blanks) expect(rows.get(name)?.['label'], name).toBe('blank');
    expect(rows.get('human.jpg')?.['model_id']).toMatch(/^yolox-nano .* \| by-yolov8n /);
  }, 400_000);

  it("a detector, then crops by SpeciesNet's rules: every photo has its answer", async () => {
    const recipe = {
      kind: 'crops',
      detector: { id: 'yolox-nano' },
      classifiers: [{ id: 'by-yolov8n' }],
      floor: 0.3,
      margin: 0.1,
      naming: 'speciesnet',
    };
    const rows = await siftWith('crops', recipe, '--export', 'speciesnet');
    const answerOf = (name: string): unknown[] => {
      const row = rows.get(name);
      return [row?.['label'], row?.['prediction'], row?.['prediction_source']];
    };
    // The classifier is not sure of the crop: the detector's word stands.
    for (const name of elephants) expect(answerOf(name), name).toEqual(['animal', 'animal', 'detector']);
    // One animal under several names, of which only the class is the same.
    for (const name of ['american_black_bear.jpg', 'domestic_dog.jpg']) {
      expect(answerOf(name), name).toEqual(['animal', 'Mammalia', 'classifier+rollup_to_class']);
    }
    expect(answerOf('human.jpg')).toEqual(['person', 'person', 'detector']);
    // The detector is sure of a vehicle; of the classifier's several the likeliest says which.
    expect(answerOf('vehicle.jpg')).toEqual(['vehicle', 'car', 'detector']);
    for (const name of blanks) expect(answerOf(name), name).toEqual(['blank', 'unknown', 'classifier']);
    const written = JSON.parse(await readFile(join(folder, 'out-crops', 'speciesnet.json'), 'utf8')) as {
      predictions: { filepath: string; prediction: string; prediction_source: string }[];
    };
    const bear = written.predictions.find(({ filepath }) => filepath.endsWith('/american_black_bear.jpg'));
    expect(bear?.prediction).toBe(';mammalia;;;;;mammalia');
    expect(bear?.prediction_source).toBe('classifier+rollup_to_class');
  }, 400_000);

  it('an ensemble of two classifiers, their five best summed and halved', async () => {
    const rows = await siftWith('ensemble', {
      kind: 'ensemble',
      models: [{ id: 'by-yolov8n' }, { id: 'by-yolox' }],
      rule: 'top-five',
    });
    for (const name of [...elephants, 'domestic_cattle.jpg']) {
      expect(rows.get(name)?.['label'], name).toBe('animal');
    }
    for (const name of elephants) {
      expect(rows.get(name)?.['scientific_name'], name).toMatch(/^Elephantidae/);
    }
    expect(rows.get('human.jpg')?.['label']).toBe('person');
    expect(rows.get('vehicle.jpg')?.['label']).toBe('vehicle');
    expect(rows.get('vehicle.jpg')?.['model_id']).toMatch(/^by-yolov8n .* \| by-yolox /);
  }, 400_000);
});
