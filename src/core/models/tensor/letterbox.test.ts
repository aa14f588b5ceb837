import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxInPhoto, fitWithin, inputSizeFor, placePhoto, type ResizeRule } from './letterbox.ts';

const input = { width: 320, height: 240 };
const centred: ResizeRule = { mode: 'letterbox', align: 'center' };
const corner: ResizeRule = { mode: 'letterbox', align: 'corner' };

describe('placePhoto', () => {
  it('centres a photo, the odd pixel of padding last', () => {
    expect(placePhoto({ width: 1920, height: 1080 }, input, centred)).toEqual({
      left: 0,
      top: 30,
      width: 320,
      height: 180,
    });
    expect(placePhoto({ width: 1000, height: 745 }, input, centred)).toMatchObject({ top: 1, height: 238 });
    expect(placePhoto({ width: 1000, height: 748 }, input, centred)).toMatchObject({ top: 0, height: 239 });
  });

  it('puts it into the corner, or stretches it, where the manifest says so', () => {
    expect(placePhoto({ width: 1080, height: 1920 }, input, corner)).toEqual({
      left: 0,
      top: 0,
      width: 135,
      height: 240,
    });
    expect(placePhoto({ width: 1080, height: 1920 }, input, { mode: 'stretch' })).toMatchObject(input);
  });

  it('enlarges a small photo', () => {
    expect(fitWithin({ width: 16, height: 12 }, input)).toEqual(input);
  });

  it('leaves a pixel of the thinnest photo', () => {
    expect(fitWithin({ width: 10_000, height: 1 }, input)).toEqual({ width: 320, height: 1 });
  });

  it('rounds halves to even, as Python does where models are trained', () => {
    // 320 / 640 = 0.5: heights of 5 and 7 become 2.5 and 3.5.
    expect(fitWithin({ width: 640, height: 5 }, input).height).toBe(2);
    expect(fitWithin({ width: 640, height: 7 }, input).height).toBe(4);
  });

  it('rounds sides down where the manifest says so, as YOLOX and the MIT YOLO do', () => {
    const down: ResizeRule = { mode: 'letterbox', align: 'corner', rounding: 'down' };
    expect(placePhoto({ width: 1000, height: 748 }, input, down)).toMatchObject({ width: 320, height: 239 });
    expect(placePhoto({ width: 1000, height: 749 }, input, down)).toMatchObject({ width: 320, height: 239 });
  });

  it('pads only to a multiple of the stride, as YOLOv5 with auto=True', () => {
    const auto: ResizeRule = { mode: 'letterbox', align: 'center', multipleOf: 64 };
    const large = { width: 1280, height: 1280 };
    const landscape = { width: 2048, height: 1536 };
    // 1280 x 960 fits a multiple of 64; 720 becomes 768, half of the 48 rows of padding above.
    expect(inputSizeFor(landscape, large, auto)).toEqual({ width: 1280, height: 960 });
    expect(inputSizeFor({ width: 1920, height: 1080 }, large, auto)).toEqual({ width: 1280, height: 768 });
    expect(placePhoto({ width: 1920, height: 1080 }, large, auto)).toEqual({
      left: 0,
      top: 24,
      width: 1280,
      height: 720,
    });
    expect(inputSizeFor(landscape, large, centred)).toEqual(large);
  });

  it('crops the middle of the resized photo, as torchvision', () => {
    // Resize(256): 455 x 256, the longer side cut off; CenterCrop(224): left round(231 / 2) = 116, top 16.
    const crop: ResizeRule = { mode: 'center-crop', shorterSide: 256 };
    const square = { width: 224, height: 224 };
    expect(placePhoto({ width: 1920, height: 1080 }, square, crop)).toEqual({
      left: -116,
      top: -16,
      width: 455,
      height: 256,
    });
    expect(placePhoto({ width: 1920, height: 1080 }, square, { mode: 'center-crop' })).toEqual({
      left: -87,
      top: 0,
      width: 398,
      height: 224,
    });
  });
});

describe('boxInPhoto', () => {
  const size = fc.integer({ min: 1, max: 6000 });
  const share = fc.double({ min: 0, max: 0.5, noNaN: true });
  const rule = fc.constantFrom<ResizeRule>(centred, corner, { mode: 'stretch' });

  it('undoes the placement for every shape of photo', () => {
    fc.assert(
      fc.property(size, size, rule, fc.tuple(share, share, share, share), (width, height, mode, box) => {
        const place = placePhoto({ width, height }, input, mode);
        const [x, y, w, h] = box;
        const inInput = {
          x: place.left + x * place.width,
          y: place.top + y * place.height,
          width: w * place.width,
          height: h * place.height,
        };
        const back = boxInPhoto(inInput, place);
        expect([back.x, back.y, back.width, back.height].map((value) => value.toFixed(9))).toEqual(
          box.map((value) => value.toFixed(9)),
        );
        expect(place.left + place.width).toBeLessThanOrEqual(input.width);
        expect(place.top + place.height).toBeLessThanOrEqual(input.height);
      }),
    );
  });
});
