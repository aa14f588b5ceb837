import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModelManifest } from '../../src/core/models/manifest/modelManifest.ts';
import { boxDifference } from '../helpers/boxDifference.ts';
import { inCorpus } from '../helpers/corpus.ts';
import type { PackBoxes } from '../helpers/packBoxes.ts';
import { openPackPage, workedManifest, type PackPage } from '../helpers/packPage.ts';
import {
  losslessCopies,
  referenceBoxes,
  whyNoReference,
  type ReferencePhoto,
} from '../helpers/referenceBoxes.ts';

const models = inCorpus('models');
const photos = inCorpus('photos');
const samples = join(photos, 'speciesnet-samples');

/** What each sample shows, and what a detector of everyday things must say of it at 0.3. */
const sampleRoles: Record<string, string> = {
  'african_elephants.jpg': 'animal',
  'african_elephants_bw.jpg': 'animal',
  'african_elephants_cmyk.jpg': 'animal',
  'african_elephants_with_exif_orientation.jpg': 'animal',
  'american_black_bear.jpg': 'animal',
  'domestic_cattle.jpg': 'animal',
  'domestic_dog.jpg': 'animal',
  'human.jpg': 'person',
  'vehicle.jpg': 'vehicle',
  'blank.jpg': 'blank',
  'blank2.jpg': 'blank',
  'blank3.jpg': 'blank',
};

/** Four shapes from 4:3 to 16:9 and one that its camera stored on its side. */
const realPhotos = [
  join(samples, 'african_elephants_with_exif_orientation.jpg'),
  join(samples, 'domestic_cattle.jpg'),
  join(samples, 'human.jpg'),
  join(photos, 'southwest', 'MDF100.jpg'),
  join(photos, 'southwest', 'MDF154.jpg'),
];

interface Pack {
  pack: string;
  file: string;
  /**
   * The least difference of an input changes its answer as little. In int8 it sends numbers to the next step, so that
   * one runtime differs from itself by more than 0.01: packsInNode.test.ts compares these on the same input.
   */
  isExact: boolean;
}

const packs: Pack[] = [
  { pack: 'yolox-nano', file: 'yolox_nano.onnx', isExact: true },
  { pack: 'yolov8n', file: 'yolov8n_int8.onnx', isExact: false },
  { pack: 'deimv2-atto', file: 'deimv2_atto_coco_int8.onnx', isExact: false },
];

const reason = existsSync(models) ? whyNoReference() : `there are no models in ${models}`;

if (reason !== null) console.log(`The boxes of the worked packs are not checked: ${reason}.`);

describe.skipIf(reason !== null)('The boxes of the worked packs are those of a reference', () => {
  let page: PackPage;
  let folder: string;

  async function look(path: string, manifest: ModelManifest, file: string): Promise<PackBoxes> {
    return page.look(await readFile(path), manifest, join(models, file));
  }

  async function compare(
    { pack, file }: Pack,
    paths: string[],
  ): Promise<{ path: string; looked: PackBoxes; reference: ReferencePhoto }[]> {
    const manifest = await workedManifest(pack);
    const looked: PackBoxes[] = [];
    for (const path of paths) looked.push(await look(path, manifest, file));
    const given = looked.map(({ input, outputs }, index) => ({ path: paths[index] ?? '', input, outputs }));
    const references = referenceBoxes(`docs/packs/${pack}/manifest.json`, join(models, file), given);
    return references.map((reference, index) => ({
      path: basename(paths[index] ?? ''),
      looked: looked[index] as PackBoxes,
      reference,
    }));
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fieldsift-packs-'));
    page = await openPackPage();
  });

  afterAll(async () => {
    await page.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(packs)('$pack: its outputs are read as the reference reads them', async (pack) => {
    for (const { path, looked, reference } of await compare(pack, realPhotos)) {
      const { pixels, score } = boxDifference(looked.detections, reference.decoded, reference, 0);
      expect(looked.detections.length, path).toBe(reference.decoded.length);
      expect(pixels, path).toBeLessThan(1);
      expect(score, path).toBeLessThan(0.01);
    }
  });

  it.each(packs)('$pack: same pixels, same input, and same boxes where numbers are exact', async (pack) => {
    const everyOrientation = [1, 2, 3, 4, 5, 6, 7, 8];
    const copies = losslessCopies(
      [
        [join(samples, 'human.jpg'), everyOrientation],
        [join(samples, 'domestic_cattle.jpg'), [1]],
        [join(samples, 'african_elephants_with_exif_orientation.jpg'), [1]],
      ],
      folder,
    );
    for (const { path, looked, reference } of await compare(pack, copies)) {
      const [most, mean] = reference.inputDifference;
      // The resize runs in the stored axes, and rounds a photo that lies on its side in the other order.
      expect(most, path).toBeLessThan(1.01);
      expect(mean, path).toBeLessThan(0.1);
      if (!pack.isExact) continue;
      const { pixels, score } = boxDifference(looked.detections, reference.boxes, reference, 0.1);
      expect(pixels, path).toBeLessThan(1);
      expect(score, path).toBeLessThan(0.01);
    }
  });

  it('yolox-nano finds what the samples show', async () => {
    const manifest = await workedManifest('yolox-nano');
    const found: Record<string, string> = {};
    for (const name of Object.keys(sampleRoles)) {
      const { detections } = await look(join(samples, name), manifest, 'yolox_nano.onnx');
      const roles = detections
        .filter(({ score }) => score >= 0.3)
        .map(({ labelIndex }) => manifest.labels[labelIndex]?.role);
      found[name] = roles.find((role) => role !== 'other') ?? 'blank';
    }
    expect(found).toEqual(sampleRoles);
  });
});
