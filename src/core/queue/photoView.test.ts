import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isPlain, lighten, panBy, plainView, zoomBy, type PhotoView } from './photoView.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const step: fc.Arbitrary<(view: PhotoView) => PhotoView> = fc.oneof(
  fc.tuple(fc.double({ min: 0.3, max: 3, noNaN: true }), share, share).map(
    ([factor, x, y]) =>
      (view: PhotoView) =>
        zoomBy(view, factor, { x, y }),
  ),
  fc.tuple(fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: -2, max: 2, noNaN: true })).map(
    ([right, down]) =>
      (view: PhotoView) =>
        panBy(view, right, down),
  ),
);

it('never shows anything beside the photo', () => {
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const view = steps.reduce((before, change) => change(before), plainView);
      const half = 0.5 / view.zoom;
      for (const middle of [view.x, view.y]) {
        expect(middle - half).toBeGreaterThanOrEqual(-1e-9);
        expect(middle + half).toBeLessThanOrEqual(1 + 1e-9);
      }
      expect(view.zoom).toBeGreaterThanOrEqual(1);
    }),
  );
});

it('keeps the point under the pointer where it is', () => {
  const at = { x: 0.75, y: 0.4 };
  const before = zoomBy(plainView, 2);
  const after = zoomBy(before, 1.5, at);
  // The distance of the point from the middle of the window, in windows, is what the eye sees.
  expect((at.x - after.x) * after.zoom).toBeCloseTo((at.x - before.x) * before.zoom);
  expect((at.y - after.y) * after.zoom).toBeCloseTo((at.y - before.y) * before.zoom);
});

it('gets lighter and back again', () => {
  expect(isPlain(plainView)).toBe(true);
  const light = lighten(lighten(plainView, 1), 1);
  expect(light.brightness).toBe(1.4);
  expect(isPlain(light)).toBe(false);
  expect(isPlain(lighten(light, -2))).toBe(true);
});
