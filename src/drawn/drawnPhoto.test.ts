import { createHash } from 'node:crypto';
import { decode } from 'jpeg-js';
import { expect, test } from 'vitest';
import { planPhoto, subjectBoxes } from './drawnPhoto.ts';
import type { DrawnPhotoSpec } from './drawnPhoto.ts';
import type { Subject } from './subject.ts';

const size = { width: 320, height: 240 };

const blank: DrawnPhotoSpec = {
  scene: { landscape: 'path', seed: 5, ...size },
  subjects: [],
  light: { kind: 'day', sun: 0.5, gain: 1, warmth: 0, noise: 1 },
  infoBar: 'DRAWN SAMPLE',
  exif: {
    ...{
      make: 'DRAWN',
      model: 'Fieldsift Sketch 1',
      civil: '2025-05-14T07:42:10',
      subsecond: null,
      serial: null,
    },
    ...{ orientation: 1, coordinates: null },
  },
  quality: 85,
  seed: 3,
};

const deer: Subject = {
  ...{ label: 'animal', kind: 'deer', seed: 1, placement: { x: 0, z: 4.5, yaw: 0.2 } },
  pose: { stride: 0.2, pace: 0.5, head: 0.5, look: 0 },
};

const walker: Subject = {
  ...{ label: 'person', stride: 0.2, pace: 0.9, seed: 2, placement: { x: -0.4, z: 4, yaw: -1.2 } },
  outfit: {
    ...{ jacket: [160, 60, 50], trousers: [70, 76, 92], boots: [60, 46, 36], hair: [60, 44, 32] },
    ...{ skin: [200, 150, 120], backpack: [60, 90, 60], cap: [60, 60, 90] },
  },
};

const car: Subject = {
  label: 'vehicle',
  colour: [70, 96, 132],
  seed: 1,
  placement: { x: 0.3, z: 8, yaw: -1 },
};

function pixels(spec: DrawnPhotoSpec): { width: number; height: number; data: Uint8Array } {
  return decode(planPhoto('photo.jpg', spec).render(), { useTArray: true });
}

function sha256(spec: DrawnPhotoSpec): string {
  return createHash('sha256').update(planPhoto('photo.jpg', spec).render()).digest('hex');
}

const night: DrawnPhotoSpec = {
  ...blank,
  subjects: [{ ...deer, placement: { x: 0.2, z: 3.8, yaw: -0.5 } }],
  light: { kind: 'infrared', power: 1, noise: 1 },
};

test('the same spec gives the same bytes, here and everywhere', () => {
  const everything = { ...blank, subjects: [deer, walker, car] };
  expect([sha256(everything), sha256(night)]).toEqual([
    'e4dffd144376963cfccd02b0b6d243471f6399409eb6b6531e898288765ce8a6',
    '5678b33dba74fda669b5c26ea72fd7e7df320cf7a057344725d746be0df13040',
  ]);
  expect(sha256(everything)).toBe(sha256(everything));
  expect(sha256({ ...everything, seed: 4 })).not.toBe(sha256(everything));
});

test('a photo has the asked size; turned by its orientation it is stored lying', () => {
  expect(pixels(blank)).toMatchObject(size);
  const portrait = { ...blank, scene: { ...blank.scene, width: 240, height: 320 } };
  expect(pixels(portrait)).toMatchObject({ width: 240, height: 320 });
  expect(pixels({ ...portrait, exif: { ...portrait.exif, orientation: 6 } })).toMatchObject(size);
});

test.each([
  ['animal', deer],
  ['person', walker],
  ['vehicle', car],
] as const)('the box of a drawn %s holds what differs from the empty scene', (label, subject) => {
  const spec = { ...blank, subjects: [subject] };
  const plan = planPhoto('photo.jpg', spec);
  expect(plan.truth).toBe(label);
  const [box] = plan.boxes;
  if (!box) throw new Error('no box');
  const [empty, drawn] = [pixels(blank), pixels(spec)];
  let inside = 0;
  let outside = 0;
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++) {
      const i = (y * size.width + x) * 4;
      if (Math.abs((empty.data[i + 1] ?? 0) - (drawn.data[i + 1] ?? 0)) < 30) continue;
      const [left, top] = [x / size.width - box.x, y / size.height - box.y];
      if (left >= 0 && left <= box.width && top >= 0 && top <= box.height) inside++;
      else outside++;
    }
  }
  expect(inside / (box.width * size.width * box.height * size.height)).toBeGreaterThan(0.15);
  expect(outside).toBeLessThan(inside * 0.25);
});

test('a blank has no boxes, and nothing has a box outside the picture or in the info bar', () => {
  expect(planPhoto('photo.jpg', blank)).toMatchObject({ truth: 'blank', boxes: [] });
  const away = { ...deer, placement: { x: 9, z: 4, yaw: 0 } };
  expect(subjectBoxes({ ...blank, subjects: [away] })).toEqual([]);
  const near = { ...walker, placement: { x: 0.6, z: 1, yaw: 0 } };
  const [box] = subjectBoxes({ ...blank, subjects: [near] });
  expect(box && box.y === 0 && box.y + box.height < 1 && box.x + box.width <= 1).toBe(true);
});

test('infra-red is grey', () => {
  const { data } = pixels(night);
  for (let i = 0; i < data.length; i += 4 * 97) {
    expect(Math.abs((data[i] ?? 0) - (data[i + 2] ?? 0))).toBeLessThan(3);
  }
});

test('several subjects: a person decides what the photo is of', () => {
  expect(planPhoto('photo.jpg', { ...blank, subjects: [deer, car, walker] }).truth).toBe('person');
  expect(planPhoto('photo.jpg', { ...blank, subjects: [deer, car] }).truth).toBe('vehicle');
});
