import { describe, expect, it } from 'vitest';
import { planInput } from './inputFrame.ts';
import { boxInPhoto } from './letterbox.ts';
import type { ModelInput } from '../manifest/modelManifest.ts';

const input: ModelInput = {
  name: 'images',
  layout: 'NCHW',
  type: 'float32',
  width: 100,
  height: 100,
  colorOrder: 'RGB',
  range: [0, 1],
  mean: [0, 0, 0],
  std: [1, 1, 1],
  resize: { mode: 'letterbox', align: 'center', padValue: 114 },
  interpolation: 'bilinear',
  antialias: true,
};

describe('planInput', () => {
  it('gives boxes in the full photo although its info bar is cut off', () => {
    // 400 x 250 without its lowest 50 rows is 400 x 200: 100 x 50 in the input, from row 25 on.
    const plan = planInput({ ...input, infoBar: { bottom: { pixels: 50 } } }, { width: 400, height: 250 });
    expect(plan.target).toEqual({ left: 0, top: 25, width: 100, height: 50 });
    expect(boxInPhoto({ x: 0, y: 25, width: 100, height: 50 }, plan.placement)).toEqual({
      x: 0,
      y: 0,
      width: 1,
      height: 0.8,
    });
  });

  it('counts an info bar at the top', () => {
    const plan = planInput({ ...input, infoBar: { top: { share: 0.2 } } }, { width: 400, height: 250 });
    const box = boxInPhoto({ x: 50, y: 25, width: 50, height: 25 }, plan.placement);
    expect([box.x, box.y, box.width, box.height].map((value) => value.toFixed(9))).toEqual(
      [0.5, 0.2, 0.5, 0.4].map((value) => value.toFixed(9)),
    );
  });

  it('gives boxes in the full photo although its sides are cropped', () => {
    const plan = planInput({ ...input, resize: { mode: 'center-crop' } }, { width: 400, height: 200 });
    expect(boxInPhoto({ x: 0, y: 0, width: 100, height: 100 }, plan.placement)).toEqual({
      x: 0.25,
      y: 0,
      width: 0.5,
      height: 1,
    });
  });

  it('has an input as small as the photo needs, where padding stops at a multiple', () => {
    const resize = { mode: 'letterbox', align: 'center', padValue: 114, multipleOf: 20 } as const;
    expect(planInput({ ...input, resize }, { width: 400, height: 200 })).toMatchObject({
      width: 100,
      height: 60,
    });
  });
});
