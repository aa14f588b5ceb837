import { expect, it } from 'vitest';
import manifestJson from '../../models/lookout/manifest.json';
import parity from '../../models/lookout/parity.json';
import weightsUrl from '../../models/lookout/lookout.int8.onnx?url';
import { readImageHeader } from '../../src/core/files/image/imageHeader.ts';
import { parseModelManifest } from '../../src/core/models/manifest/modelManifest.ts';
import { storedSizeIn, toInputTensor } from '../../src/core/models/tensor/tensor.ts';
import { decodePhoto } from '../../src/platform/imageDecoder.ts';
import { LoadedModel } from '../../src/workers/sift/loadedModel.ts';

const width = 640;
const height = 427;

/** The picture of `training/parity.py`, by the same formula. */
async function drawnPicture(): Promise<Uint8Array<ArrayBuffer>> {
  const image = new ImageData(width, height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isBody = 9 * (x - 320) ** 2 + 25 * (y - 260) ** 2 < 9 * 150 ** 2;
      const square = (Math.floor(x / 40) + Math.floor(y / 40)) % 2;
      const colour = isBody
        ? [96, 72, 56]
        : [Math.floor((x * 255) / 639), Math.floor((y * 255) / 426), square * 160 + ((x * y) % 61)];
      image.data.set([...colour, 255], (y * width + x) * 4);
    }
  }
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
}

const manifest = parseModelManifest(manifestJson);
const { input } = manifest;

it('a picture reaches the model with the pixels it had in training', async () => {
  const bytes = await drawnPicture();
  const photo = await decodePhoto(
    bytes,
    readImageHeader(bytes),
    storedSizeIn(input, { width, height }, 1),
    1,
  );
  const { data } = toInputTensor(photo, input, photo.orientation);
  const area = input.width * input.height;
  for (const { x, y, rgb } of parity.probes) {
    const pixel = [0, 1, 2].map((channel) => (data[channel * area + y * input.width + x] ?? 0) * 255);
    pixel.forEach((level, channel) => expect(Math.abs(level - (rgb[channel] ?? 0))).toBeLessThan(1.01));
  }
});

it('and the browser’s scores are those of the training code', async () => {
  const bytes = await drawnPicture();
  const photo = await decodePhoto(
    bytes,
    readImageHeader(bytes),
    storedSizeIn(input, { width, height }, 1),
    1,
  );
  const model = await LoadedModel.load({
    hash: 'lookout',
    manifest,
    weights: { url: new URL(weightsUrl, location.href).href },
  });
  const { labelScores } = await model.predict(photo);
  parity.best.forEach(({ label, score }, index) => {
    expect(manifest.labels[index]?.name).toBe(label);
    expect(Math.abs((labelScores[index] ?? 0) - score)).toBeLessThanOrEqual(0.02);
  });
});
