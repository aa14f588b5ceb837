import fc from 'fast-check';
import jpeg from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import type { DrawnPhotoPlan } from '../../../drawn/drawnPhoto.ts';
import { largeFolder } from '../../../drawn/largeFolder.ts';
import { createRandom } from '../../statistics/randomSource.ts';
import { findLikeness } from './likeness.ts';
import { nameLikeness, type Likeness } from './namedLikeness.ts';
import type { Pictured } from './neighbours.ts';
import { describePicture, unlikeness, type RgbaPicture } from './pictureDescriptor.ts';
import { leafSize } from './projectionTree.ts';

const subject = { x: 0.3, y: 0.4, width: 0.4, height: 0.4 };

/** A scene of vertical or horizontal stripes at the subject's place, with noise like a sensor's. */
function picture(light: number, stripes: 'upright' | 'lying', seed: number, at = subject): RgbaPicture {
  const random = createRandom(seed);
  const [width, height] = [48, 36];
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const within =
        x / width >= at.x &&
        x / width < at.x + at.width &&
        y / height >= at.y &&
        y / height < at.y + at.height;
      const stripe = (stripes === 'upright' ? x : y) % 6 < 3 ? 0.35 : -0.15;
      const grey = Math.min(1, Math.max(0, light + (within ? stripe : 0) + random.between(-0.02, 0.02)));
      data.fill(grey * 255, (y * width + x) * 4, (y * width + x) * 4 + 4);
    }
  }
  return { width, height, data };
}

interface NamedPicture extends Pictured {
  id: string;
}

function pictured(id: string, ...of: Parameters<typeof picture>): NamedPicture {
  return { id, kind: 0, descriptor: describePicture(picture(...of), of[3] ?? subject) };
}

function likenessOf(pictures: readonly NamedPicture[]): Likeness {
  return nameLikeness(
    pictures.map(({ id }) => id),
    findLikeness(pictures),
  );
}

describe('descriptors', () => {
  it('are near for the same scene with other noise, and far for another subject, light or place', () => {
    const here = describePicture(picture(0.5, 'upright', 1), subject);
    const again = describePicture(picture(0.5, 'upright', 2), subject);
    const elsewhere = { ...subject, x: 0.05 };
    const others = [
      describePicture(picture(0.5, 'lying', 3), subject),
      describePicture(picture(0.1, 'upright', 4), subject),
      describePicture(picture(0.5, 'upright', 5, elsewhere), elsewhere),
    ];
    for (const other of others) expect(unlikeness(here, other)).toBeGreaterThan(3 * unlikeness(here, again));
  });

  it('are measured no farther than asked for, and the same up to there', () => {
    const random = createRandom(8);
    const descriptor = (): Float32Array<ArrayBuffer> =>
      Float32Array.from({ length: 148 }, () => random.next());
    for (let round = 0; round < 50; round += 1) {
      const [one, other, enough] = [descriptor(), descriptor(), random.between(4, 6)];
      const apart = unlikeness(one, other);
      expect(unlikeness(one, other, apart)).toBe(apart);
      expect(unlikeness(one, other, enough)).toBe(apart <= enough ? apart : Infinity);
    }
  });

  it('are numbers for any picture and box', () => {
    const share = fc.double({ min: -0.5, max: 1.5, noNaN: true });
    const box = fc.option(fc.record({ x: share, y: share, width: share, height: share }), { nil: null });
    const size = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(size, size, fc.nat(255), box, (width, height, grey, place) => {
        const flat = { width, height, data: new Uint8Array(width * height * 4).fill(grey) };
        expect(describePicture(flat, place).every(Number.isFinite)).toBe(true);
      }),
    );
  });
});

describe('likeness', () => {
  const season: NamedPicture[] = [
    ...Array.from({ length: 40 }, (_, index) => pictured(`day ${index}`, 0.6, 'upright', index)),
    ...Array.from({ length: 15 }, (_, index) => pictured(`night ${index}`, 0.1, 'upright', 100 + index)),
    pictured('odd', 0.95, 'lying', 7, { x: 0, y: 0, width: 0.2, height: 0.9 }),
  ];

  it('puts forty deer of one scene into one group, the larger group first', () => {
    const { groups } = likenessOf(season);
    expect(groups.map(({ ids }) => ids.length)).toEqual([40, 15]);
    expect(groups[0]?.ids.every((id) => id.startsWith('day'))).toBe(true);
  });

  it('never groups what is labelled otherwise', () => {
    const mixed = season.map((one, index) => ({ ...one, kind: index % 2 }));
    for (const { ids } of likenessOf(mixed).groups) {
      expect(new Set(ids.map((id) => mixed.find((one) => one.id === id)?.kind)).size).toBe(1);
    }
  });

  it('gives every picture one place, groups together, and the odd one out the greatest novelty', () => {
    const { place, novelty, groups } = likenessOf(season);
    expect(new Set(place.values()).size).toBe(season.length);
    const firstGroup = groups[0]?.ids.map((id) => place.get(id) ?? -1) ?? [];
    expect(Math.max(...firstGroup)).toBe(39);
    const [most] = [...novelty].sort(([, left], [, right]) => right - left);
    expect(most?.[0]).toBe('odd');
  });

  it('is ready for nothing and for one', () => {
    expect(likenessOf([]).groups).toEqual([]);
    expect(likenessOf(season.slice(0, 1)).novelty.get('day 0')).toBe(1);
  });

  it('compares 10,000 pictures far fewer than 50 million times', () => {
    const random = createRandom(3);
    const many: Pictured[] = Array.from({ length: 10_000 }, () => ({
      kind: 0,
      descriptor: Float32Array.from({ length: 8 }, () => random.next()),
    }));
    let comparisons = 0;
    const { order } = findLikeness(many, 0.01, (one, other) => {
      comparisons += 1;
      return unlikeness(one, other);
    });
    expect(new Set(order).size).toBe(10_000);
    expect(comparisons).toBeLessThanOrEqual(10_000 * 6 * leafSize);
  });
});

describe('drawn photos of fixed cameras', () => {
  const drawn = [...largeFolder({ count: 60, seed: 3, width: 128, height: 96, deployments: 2 })];
  const camera = ({ path }: DrawnPhotoPlan): string => path.split('/')[1] ?? '';
  const truths = [...new Set(drawn.map(({ truth }) => truth))];
  const pictures = drawn.map(({ path, truth, boxes, render }): NamedPicture => {
    const picture = jpeg.decode(render(), { useTArray: true });
    return { id: path, kind: truths.indexOf(truth), descriptor: describePicture(picture, boxes[0] ?? null) };
  });
  const groupOf = new Map(likenessOf(pictures).groups.flatMap(({ ids }) => ids.map((id) => [id, ids])));

  it('are grouped where nothing moved', () => {
    const blanks = drawn.filter(({ truth }) => truth === 'blank');
    const grouped = blanks.filter(({ path }) => groupOf.has(path));
    expect(grouped.length / blanks.length).toBeGreaterThan(0.9);
  });

  it('are never grouped with what another camera saw of an animal, a person or a vehicle', () => {
    for (const plan of drawn.filter(({ truth }) => truth !== 'blank')) {
      const cameras = drawn.filter(({ path }) => groupOf.get(plan.path)?.includes(path)).map(camera);
      expect(new Set([camera(plan), ...cameras]).size, plan.path).toBe(1);
    }
  });
});
