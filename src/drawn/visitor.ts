import type { AnimalKind } from './animal.ts';
import type { Outfit } from './outfit.ts';
import type { RandomSource } from '../core/statistics/randomSource.ts';
import type { Colour } from './raster.ts';
import { lensHeight, trackCentre } from './landscape.ts';
import type { Landscape } from './landscape.ts';
import { clamp } from './stableMath.ts';
import type { Subject } from './subject.ts';

/** A visit of one subject: what is seen at a second since it came. */
export type Visit = (second: number) => Subject;

const jackets: [Colour, ...Colour[]] = [
  [168, 60, 46],
  [196, 132, 44],
  [58, 84, 128],
  [84, 96, 70],
  [54, 56, 62],
  [150, 152, 150],
];
const hairs: [Colour, ...Colour[]] = [
  [60, 44, 32],
  [34, 28, 26],
  [150, 112, 70],
  [140, 136, 130],
];
const skins: [Colour, ...Colour[]] = [
  [206, 160, 130],
  [168, 122, 92],
  [112, 78, 58],
  [226, 184, 158],
];
const lacquers: [Colour, ...Colour[]] = [
  [70, 96, 132],
  [150, 40, 36],
  [186, 188, 186],
  [52, 56, 60],
  [84, 96, 74],
];

function outfit(random: RandomSource): Outfit {
  return {
    jacket: random.pick(jackets),
    trousers: random.pick([
      [70, 76, 92],
      [78, 82, 62],
      [52, 50, 50],
    ]),
    boots: [60, 46, 36],
    hair: random.pick(hairs),
    skin: random.pick(skins),
    backpack: random.chance(0.6)
      ? random.pick([
          [52, 84, 64],
          [46, 60, 92],
          [60, 58, 56],
        ])
      : null,
    cap: random.chance(0.4)
      ? random.pick([
          [58, 66, 96],
          [90, 44, 40],
          [70, 76, 60],
        ])
      : null,
  };
}

/** How far away animals of a kind are met, in metres. */
const range: Record<AnimalKind, readonly [number, number]> = {
  deer: [3.4, 11],
  buck: [3.4, 11],
  fox: [2.9, 6.5],
  pheasant: [2.7, 4.2],
  crow: [2.6, 3.6],
};

/** An animal that crosses, feeds or looks up. */
export function animalVisit(kind: AnimalKind, landscape: Landscape, random: RandomSource): Visit {
  const [near, far] = range[kind];
  const z = (near + (far - near) * random.next() * random.next()) * lensHeight(landscape);
  const heading = random.chance(0.5) ? 0 : 3.1416;
  const yaw = heading + random.between(-0.9, 0.9);
  const feeding = random.chance(0.4);
  const speed = feeding ? 0.05 : random.between(0.2, 0.7) * (kind === 'deer' || kind === 'buck' ? 1.3 : 0.8);
  const start = random.between(-0.36, 0.3) * z;
  const [stride, head, look, seed] = [
    random.next(),
    random.between(-0.2, 0.9),
    random.between(-0.9, 0.9),
    random.whole(0, 999),
  ];
  return (second) => ({
    label: 'animal',
    kind,
    pose: {
      stride: stride + second * 0.35,
      pace: feeding ? 0.15 : 0.8,
      head: feeding ? -0.9 : head,
      look: feeding ? 0 : look,
    },
    placement: { x: start + (heading === 0 ? 1 : -1) * speed * second, z, yaw },
    seed,
  });
}

/** A walker on the track, coming or going. */
export function personVisit(landscape: Landscape, random: RandomSource): Visit {
  const coming = random.chance(0.5);
  const start = coming ? random.between(4, 13) : random.between(1.6, 6);
  const crossing = landscape === 'creek';
  const clothes = outfit(random);
  const aside = random.between(-0.5, 0.5);
  const seed = random.whole(0, 999);
  return (second) => {
    const z = crossing ? 5.5 + aside : clamp(start + (coming ? -1.3 : 1.3) * second, 1.2, 30);
    const x = crossing ? -2 + 1.3 * second + aside : trackCentre(landscape, z) * 0.8 + aside;
    const yaw = crossing ? 0.1 : (coming ? -1.4 : 1.45) + aside * 0.3;
    return {
      label: 'person',
      outfit: clothes,
      stride: 0.1 + second * 0.9,
      pace: 0.9,
      placement: { x, z, yaw },
      seed,
    };
  };
}

/** A car on the track, coming or going. */
export function vehicleVisit(landscape: Landscape, random: RandomSource): Visit {
  const coming = random.chance(0.6);
  const start = coming ? random.between(9, 24) : random.between(5.5, 10);
  const colour = random.pick(lacquers);
  const turn = random.between(-0.25, 0.25);
  return (second) => {
    const z = clamp(start + (coming ? -3.5 : 3.5) * second, 5, 45);
    const placement = { x: trackCentre(landscape, z), z, yaw: (coming ? -1.45 : 1.5) + turn };
    return { label: 'vehicle', colour, placement, seed: 1 };
  };
}
