import fc from 'fast-check';
import { decode } from 'jpeg-js';
import { expect, test } from 'vitest';
import { largeFolder } from './largeFolder.ts';

const small = { seed: 1, width: 96, height: 64, deployments: 4 };

test('any count gives so many photos, each with its own path', () => {
  fc.assert(
    fc.property(
      fc.nat(300),
      fc.integer({ min: 1, max: 12 }),
      fc.nat(1000),
      fc.boolean(),
      (count, deployments, seed, hostile) => {
        const paths = Array.from(
          largeFolder({ ...small, count, deployments, seed, hostile }),
          ({ path }) => path,
        );
        expect(paths).toHaveLength(count);
        expect(new Set(paths).size).toBe(count);
      },
    ),
    { numRuns: 30 },
  );
});

test('full folders overflow as on a camera', () => {
  const folders = new Set(
    Array.from(largeFolder({ ...small, count: 3000, deployments: 1 }), ({ path }) =>
      path.split('/').slice(2, -1).join('/'),
    ),
  );
  expect([...folders]).toEqual(['DCIM/100RECNX', 'DCIM/101RECNX', 'DCIM/102RECNX', 'DCIM/103RECNX']);
});

test('about four in five are blank, and every kind is there', () => {
  const plans = [...largeFolder({ ...small, count: 2000, deployments: 9 })];
  const share = (truth: string): number => plans.filter((plan) => plan.truth === truth).length / plans.length;
  expect(share('blank')).toBeGreaterThan(0.75);
  expect(share('blank')).toBeLessThan(0.86);
  for (const truth of ['animal', 'person', 'vehicle']) expect(share(truth)).toBeGreaterThan(0.004);
});

test('nothing is drawn before it is asked for', () => {
  const photos = largeFolder({ ...small, count: 100_000, width: 4000, height: 3000 });
  expect(photos.next().value).toMatchObject({ path: 'Drawn photos/Site 001/DCIM/100RECNX/RCNX0001.JPG' });
});

test('boxes lie in the picture; photos decode to the asked size, turned ones lying', () => {
  let index = 0;
  for (const { boxes, render } of largeFolder({ ...small, count: 120, turnedEvery: 2 })) {
    for (const { x, y, width, height } of boxes) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(1);
    }
    if (index++ >= 4) continue;
    const { width, height } = decode(render(), { useTArray: true });
    expect([width, height]).toEqual(index % 2 === 1 ? [96, 64] : [64, 96]);
  }
});

test('hostile names are hostile, and no path has an empty or dotted part', () => {
  const paths = Array.from(
    largeFolder({ ...small, count: 400, deployments: 20, hostile: true }),
    ({ path }) => path,
  );
  for (const part of [`'`, `"`, ',', ' ', 'ß', '森'])
    expect(paths.some((path) => path.includes(part))).toBe(true);
  for (const path of paths)
    expect(path.split('/').every((part) => part !== '' && !/^\.+$/.test(part))).toBe(true);
});
