import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import exifr from 'exifr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withOrientation } from '../fixtures/quadrants.ts';
import { boxDifference } from '../helpers/boxDifference.ts';
import { inCorpus } from '../helpers/corpus.ts';
import { carriedOutput, decodeInNode, runInNode, type PhotoSize } from '../helpers/nodeReference.ts';
import { openPackPage, workedManifest, type PackPage } from '../helpers/packPage.ts';

const models = inCorpus('models');
const photos = inCorpus('photos');

/** Every shape of photo there is, each stored in another orientation. */
const stored: [path: string, orientation: number | 'its own'][] = [
  ['speciesnet-samples/african_elephants_with_exif_orientation.jpg', 'its own'],
  ['speciesnet-samples/african_elephants.jpg', 1],
  ['camtrap-dp-example/20210531082538-RCNX0031.JPG', 2],
  ['speciesnet-samples/human.jpg', 3],
  ['speciesnet-samples/ocelot.jpg', 4],
  ['southwest/MDF100.jpg', 5],
  ['speciesnet-samples/domestic_cattle.jpg', 6],
  ['burrowing-owl/2021_MAP_Otay_Lonestar_LS52_R38_N_20210617-0625_R38B_100RECNX_IMG_0533.JPG', 7],
  ['speciesnet-samples/vehicle.jpg', 8],
];

const packs: [pack: string, file: string][] = [
  ['yolox-nano', 'yolox_nano.onnx'],
  ['yolov8n', 'yolov8n_int8.onnx'],
  ['deimv2-atto', 'deimv2_atto_coco_int8.onnx'],
];

/** The size that a JPEG gives in its frame header. */
function storedSize(jpeg: Uint8Array): PhotoSize {
  const bytes = Buffer.from(jpeg);
  for (let at = 2; at < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
  }
  throw new Error('The JPEG has no frame header.');
}

async function uprightSize(jpeg: Uint8Array): Promise<PhotoSize> {
  const { width, height } = storedSize(jpeg);
  const orientation = (await exifr.orientation(jpeg)) ?? 1;
  return orientation > 4 ? { width: height, height: width } : { width, height };
}

async function photoBytes(path: string, orientation: number | 'its own'): Promise<Uint8Array> {
  const bytes = new Uint8Array(await readFile(join(photos, path)));
  return orientation === 'its own' ? bytes : withOrientation(bytes, orientation);
}

const absent = [models, photos].filter((folder) => !existsSync(folder));
if (absent.length > 0) {
  console.log(
    `Boxes are not compared with the runtime in Node, as there is no ${absent.join(' and no ')}; packSignatures.test.ts does so with graphs made by code.`,
  );
}

describe.skipIf(absent.length > 0)('Boxes in the browser are those of the same runtime in Node', () => {
  let page: PackPage;
  beforeAll(async () => {
    page = await openPackPage();
  });
  afterAll(() => page.close());

  it.each(packs)(
    '%s, photos of every shape in every orientation, int8 and float alike',
    async (pack, file) => {
      const manifest = await workedManifest(pack);
      const modelPath = join(models, file);
      let boxes = 0;
      for (const [path, orientation] of stored) {
        const photo = await photoBytes(path, orientation);
        const looked = await page.look(photo, manifest, modelPath);
        const outputs = await runInNode(modelPath, manifest, looked.input);
        for (const [name, { data }] of Object.entries(outputs)) {
          const { data: theirs } = carriedOutput(looked.outputs[name] as (typeof looked.outputs)[string]);
          expect(theirs.length, `${path}: ${name}`).toBe(data.length);
          expect(
            theirs.every((value, index) => value === data[index]),
            `${path}: ${name}`,
          ).toBe(true);
        }
        const upright = await uprightSize(photo);
        const reference = decodeInNode(outputs, manifest, upright);
        const { pixels, score } = boxDifference(looked.detections, reference, upright, 0);
        expect(looked.detections.length, path).toBe(reference.length);
        expect(pixels, path).toBeLessThan(1);
        expect(score, path).toBeLessThan(0.01);
        boxes += reference.length;
      }
      expect(boxes).toBeGreaterThan(stored.length);
    },
    600_000,
  );
});
