import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { largeFolder } from '../../src/drawn/largeFolder.ts';
import { readImageHeader } from '../../src/core/files/image/imageHeader.ts';
import type { ModelInput } from '../../src/core/models/manifest/modelManifest.ts';
import type { Orientation } from '../../src/core/files/image/imageHeader.ts';
import type { RgbaPixels } from '../../src/core/files/pixels.ts';
import { resizePixels } from '../../src/core/models/tensor/resize.ts';
import { storedSizeIn, toInputTensor } from '../../src/core/models/tensor/tensor.ts';
import { decodePhoto } from '../../src/platform/imageDecoder.ts';
import { jpegOf, type JpegForm } from '../fixtures/jpegVariants.ts';
import { withOrientation } from '../fixtures/quadrants.ts';

/** Least mean error, in levels of 0-255, at which two ways to decode count as one. */
const fastError = 0.7;
const exactError = 0.3;
const orientations: Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];

function inputOf(width: number, height: number, exactDecode: boolean): ModelInput {
  return {
    name: 'images',
    layout: 'NCHW',
    type: 'float32',
    width,
    height,
    colorOrder: 'RGB',
    range: [0, 255],
    mean: [0, 0, 0],
    std: [1, 1, 1],
    resize: { mode: 'letterbox', align: 'center', padValue: 114 },
    interpolation: 'bilinear',
    antialias: true,
    ...(exactDecode ? { exactDecode } : {}),
  };
}

async function tensorOf(
  bytes: Uint8Array<ArrayBuffer>,
  input: ModelInput,
  orientation: Orientation,
  full: boolean,
): Promise<{ data: ArrayLike<number>; scale: number }> {
  const header = readImageHeader(bytes);
  const stored = { width: header.width ?? 0, height: header.height ?? 0 };
  const wanted = full ? stored : storedSizeIn(input, stored, orientation);
  const photo = await decodePhoto(bytes, header, wanted, orientation);
  return { data: toInputTensor(photo, input, photo.orientation).data, scale: photo.scale };
}

/** Mean difference to a full decode, and the scale that was decoded at. */
async function errorOf(
  bytes: Uint8Array<ArrayBuffer>,
  [width, height]: readonly [number, number],
  orientation: Orientation = 1,
  exact = false,
): Promise<{ error: number; scale: number }> {
  const input = inputOf(width, height, exact);
  const { data, scale } = await tensorOf(bytes, input, orientation, false);
  const reference = await tensorOf(bytes, input, orientation, true);
  expect(reference.scale).toBe(1);
  let sum = 0;
  for (let index = 0; index < data.length; index += 1) {
    sum += Math.abs((data[index] ?? 0) - (reference.data[index] ?? 0));
  }
  return { error: sum / data.length, scale };
}

let scene: RgbaPixels;

/** A drawn scene of trunks, grass and noise, its sides multiples of 16. */
async function drawScene(): Promise<RgbaPixels> {
  const options = { count: 1, seed: 3, width: 640, height: 480, deployments: 1, quality: 95 };
  const [plan] = largeFolder(options);
  const bytes = plan?.render() ?? new Uint8Array(0);
  return decodePhoto(bytes, readImageHeader(bytes), { width: 640, height: 480 }, 1);
}

beforeAll(async () => {
  scene = await drawScene();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const forms: [name: string, form: JpegForm][] = [
  ['4:2:0', {}],
  ['4:2:2', { subsampling: [2, 1] }],
  ['4:4:0', { subsampling: [1, 2] }],
  ['4:4:4', { subsampling: [1, 1] }],
  ['grey', { color: 'grey' }],
  ['CMYK', { color: 'CMYK' }],
  ['progressive', { progressive: true }],
  ['progressive 4:4:4', { progressive: true, subsampling: [1, 1] }],
  ['restart markers', { restartInterval: 7 }],
];

/** Inputs for which 1/8, 1/4, 1/2 and all of 640 x 480 are decoded. */
const inputs: [eighths: number, size: readonly [number, number]][] = [
  [1, [35, 26]],
  [2, [70, 52]],
  [4, [140, 105]],
  [8, [320, 320]],
];

const decoders: [name: string, without: boolean][] = [
  ["the browser's decoder", false],
  ['our own, where the browser has none', true],
];

describe.each(decoders)('%s gives the tensor of a full decode', (_, without) => {
  it.each(forms)('%s', async (name, form) => {
    const bytes = jpegOf(scene, form);
    if (without) vi.stubGlobal('ImageDecoder', undefined);
    for (const [eighths, size] of inputs) {
      const { error, scale } = await errorOf(bytes, size);
      expect(error, `${name} at ${eighths}/8`).toBeLessThanOrEqual(fastError);
      const uneven = form.subsampling !== undefined && form.subsampling[0] !== form.subsampling[1];
      const scaled = Math.min(8, uneven ? eighths * 2 : eighths) / 8;
      if (!without) expect(scale).toBe(scaled);
      else expect(scale).toBe(scaled === 1 / 8 && !form.progressive && form.color !== 'CMYK' ? 1 / 8 : 1);
    }
  });

  it.each(orientations)('orientation %i', async (orientation) => {
    const bytes = withOrientation(jpegOf(scene), orientation);
    if (without) vi.stubGlobal('ImageDecoder', undefined);
    for (const size of [[36, 27] as const, [72, 72] as const]) {
      expect((await errorOf(bytes, size, orientation)).error).toBeLessThanOrEqual(fastError);
    }
  });

  it.each([
    [640, 176],
    [160, 480],
    [637, 359],
    [499, 477],
  ])('%i x %i pixels', async (width, height) => {
    const bytes = jpegOf(resizePixels({ ...scene, photo: scene, scale: 1 }, { width, height }));
    if (without) vi.stubGlobal('ImageDecoder', undefined);
    for (const size of [[20, 20] as const, [36, 27] as const, [64, 64] as const]) {
      expect((await errorOf(bytes, size)).error, size.join(' x ')).toBeLessThanOrEqual(fastError);
    }
  });
});

it.each(forms)('%s is exact where a model asks for it', async (_, form) => {
  const { error, scale } = await errorOf(jpegOf(scene, form), [36, 27], 1, true);
  expect(scale).toBe(1);
  expect(error).toBeLessThanOrEqual(exactError);
});
