import { describe, expect, it } from 'vitest';
import type { ModelInput } from '../manifest/modelManifest.ts';
import { orientPixels } from './orientation.ts';
import type { Orientation } from '../../files/image/imageHeader.ts';
import type { PhotoPixels } from '../../files/pixels.ts';
import { storedSizeIn, toInputTensor, type TensorData } from './tensor.ts';

const input: ModelInput = {
  name: 'images',
  layout: 'NCHW',
  type: 'float32',
  width: 4,
  height: 4,
  colorOrder: 'RGB',
  range: [0, 1],
  mean: [0, 0, 0],
  std: [1, 1, 1],
  resize: { mode: 'letterbox', align: 'center', padValue: 51 },
  interpolation: 'bilinear',
  antialias: true,
};

/** 4 x 2 pixels: red counts up by 10 from 0, green is 100, blue is 200. */
const data = Uint8Array.from({ length: 4 * 2 * 4 }, (_, index) => {
  return [Math.floor(index / 4) * 10, 100, 200, 255][index % 4] ?? 0;
});
const photo: PhotoPixels = { data, width: 4, height: 2, photo: { width: 4, height: 2 }, scale: 1 };

function levels(values: TensorData): number[] {
  return [...values].map((value) => Math.round(value * 255));
}

describe('toInputTensor', () => {
  it('letterboxes into planes, padded', () => {
    const tensor = toInputTensor(photo, input, 1);
    expect(tensor.shape).toEqual([1, 3, 4, 4]);
    expect(tensor.placement).toEqual({ left: 0, top: 1, width: 4, height: 2 });
    const pad = [51, 51, 51, 51];
    expect(levels(tensor.data)).toEqual([
      ...[...pad, 0, 10, 20, 30, 40, 50, 60, 70, ...pad],
      ...[...pad, ...Array<number>(8).fill(100), ...pad],
      ...[...pad, ...Array<number>(8).fill(200), ...pad],
    ]);
  });

  it('orders channels, lays them out and normalises as the manifest says', () => {
    const manifest: ModelInput = {
      ...input,
      height: 2,
      layout: 'NHWC',
      colorOrder: 'BGR',
      range: [0, 255],
      mean: [200, 0, 0],
      std: [1, 100, 1],
    };
    const tensor = toInputTensor(photo, manifest, 1);
    expect(tensor.shape).toEqual([1, 2, 4, 3]);
    expect([...tensor.data.subarray(0, 6)]).toEqual([0, 1, 0, 0, 1, 10]);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8] as Orientation[])(
    'turns orientation %i upright, as if turned before',
    (orientation) => {
      const turned = orientPixels(photo, orientation);
      const { width, height } = turned;
      const expected = toInputTensor({ ...turned, photo: { width, height }, scale: 1 }, input, 1);
      expect(toInputTensor(photo, input, orientation)).toEqual(expected);
    },
  );

  it('places a photo by its full size, not by the size it was decoded at', () => {
    const shrunk: PhotoPixels = { ...photo, photo: { width: 32, height: 15 }, scale: 0.125 };
    expect(toInputTensor(shrunk, { ...input, width: 320, height: 320 }, 1).placement).toMatchObject({
      height: 150,
    });
  });

  it('pads nothing when stretched', () => {
    const tensor = toInputTensor(photo, { ...input, resize: { mode: 'stretch' } }, 1);
    expect(tensor.placement).toEqual({ left: 0, top: 0, width: 4, height: 4 });
    expect(levels(tensor.data).slice(16)).toEqual([
      ...Array<number>(16).fill(100),
      ...Array<number>(16).fill(200),
    ]);
  });

  it('gives half precision as its bits', () => {
    const half = toInputTensor(photo, { ...input, type: 'float16' }, 1).data;
    expect(half).toBeInstanceOf(Uint16Array);
    // numpy: numpy.float16(51 / 255).view(numpy.uint16), and the same of 10 / 255
    expect([half[0], half[4], half[5]]).toEqual([0x3266, 0, 0x2905]);
  });

  it('gives levels untouched as bytes', () => {
    const raw = toInputTensor(photo, { ...input, type: 'uint8', range: [0, 255] }, 1).data;
    expect(raw).toBeInstanceOf(Uint8Array);
    expect([...raw.subarray(0, 8)]).toEqual([51, 51, 51, 51, 0, 10, 20, 30]);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8] as Orientation[])(
    'cuts off the info bar of the upright photo and crops its middle, stored in orientation %i',
    (orientation) => {
      const pixels = Uint8Array.from({ length: 12 * 9 * 4 }, (_, index) => (index * 37) % 251);
      const stored: PhotoPixels = {
        data: pixels,
        width: 12,
        height: 9,
        photo: { width: 12, height: 9 },
        scale: 1,
      };
      const turned = orientPixels(stored, orientation);
      const { width, height } = turned;
      const manifest: ModelInput = {
        ...input,
        infoBar: { bottom: { pixels: 2 } },
        resize: { mode: 'center-crop', shorterSide: 5 },
      };
      const cut = turned.data.slice(0, width * (height - 2) * 4);
      const size = { width, height: height - 2 };
      const withoutBar = { data: cut, ...size, photo: size, scale: 1 };
      const plainManifest: ModelInput = { ...input, resize: manifest.resize };
      const tensor = toInputTensor(stored, manifest, orientation);
      // Columns are mixed before rows as stored, which is rounded a level apart in a photo that lies on its side.
      const expected = levels(toInputTensor(withoutBar, plainManifest, 1).data);
      const differences = levels(tensor.data).map((level, index) =>
        Math.abs(level - (expected[index] ?? NaN)),
      );
      expect(Math.max(...differences)).toBeLessThanOrEqual(orientation < 5 ? 0 : 1);
      expect(tensor.shape).toEqual([1, 3, 4, 4]);
    },
  );

  it('takes the input no larger than padding to a multiple makes it', () => {
    const resize = { mode: 'letterbox', align: 'center', padValue: 51, multipleOf: 2 } as const;
    const tensor = toInputTensor(photo, { ...input, resize }, 1);
    expect(tensor.shape).toEqual([1, 3, 2, 4]);
    expect(levels(tensor.data).slice(0, 8)).toEqual([0, 10, 20, 30, 40, 50, 60, 70]);
  });
});

describe('storedSizeIn', () => {
  it('is in the stored axes', () => {
    const landscape = { ...input, width: 320, height: 240 };
    expect(storedSizeIn(landscape, { width: 4000, height: 3000 }, 1)).toEqual({ width: 320, height: 240 });
    expect(storedSizeIn(landscape, { width: 4000, height: 3000 }, 6)).toEqual({ width: 240, height: 180 });
  });

  it('grows by what an info bar or a crop takes away', () => {
    const square = { ...input, width: 100, height: 100, resize: { mode: 'center-crop' } as const };
    expect(storedSizeIn(square, { width: 400, height: 200 }, 1)).toEqual({ width: 200, height: 100 });
  });

  it('is the whole photo where the resize has no antialias', () => {
    const size = { width: 4000, height: 3000 };
    expect(storedSizeIn({ ...input, antialias: false }, size, 6)).toEqual(size);
  });
});
