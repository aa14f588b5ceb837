import { describe, expect, it } from 'vitest';
import type { ModelInput } from '../../core/models/manifest/modelManifest.ts';
import { toInputTensor } from '../../core/models/tensor/tensor.ts';
import { modelInputs } from './modelInputs.ts';

const input: ModelInput = {
  name: 'images',
  layout: 'NCHW',
  type: 'float32',
  width: 6,
  height: 4,
  colorOrder: 'RGB',
  range: [0, 1],
  mean: [0, 0, 0],
  std: [1, 1, 1],
  resize: { mode: 'stretch' },
  interpolation: 'bilinear',
  antialias: true,
};
const photo = {
  data: new Uint8Array(12 * 10 * 4),
  width: 12,
  height: 10,
  photo: { width: 12, height: 10 },
  scale: 1,
};

describe('modelInputs', () => {
  it('gives a model only the photo unless it asks for more', () => {
    expect(Object.keys(modelInputs(input, toInputTensor(photo, input, 1)))).toEqual(['images']);
  });

  it("tells a graph that scales boxes the input's size, so that they come back in input pixels", () => {
    const sized: ModelInput = {
      ...input,
      sizeInput: { name: 'orig_target_sizes', type: 'int64', order: 'width-height' },
    };
    expect(modelInputs(sized, toInputTensor(photo, sized, 1))['orig_target_sizes']).toEqual({
      type: 'int64',
      data: BigInt64Array.of(6n, 4n),
      shape: [1, 2],
    });
    const turned: ModelInput = {
      ...input,
      sizeInput: { name: 'size', type: 'float32', order: 'height-width' },
    };
    expect(modelInputs(turned, toInputTensor(photo, turned, 1))['size']?.data).toEqual(Float32Array.of(4, 6));
  });
});
