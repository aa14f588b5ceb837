import { planShot } from './camera.ts';
import type { DrawnCamera } from './camera.ts';
import type { DrawnPhotoPlan } from './drawnPhoto.ts';
import { forester, hiker } from './outfit.ts';
import type { Outfit } from './outfit.ts';
import type { Subject } from './subject.ts';

const size = { width: 1280, height: 960 };

const ridge: DrawnCamera = {
  ...{
    folder: 'Drawn samples/Ridge trail',
    name: 'RIDGE TRAIL',
    naming: 'reconyx',
    landscape: 'path',
    seed: 1,
  },
  ...{ serial: 'DRAWN0001', coordinates: { latitude: 46.5713, longitude: 8.4137 }, ...size },
};

const creek: DrawnCamera = {
  ...{
    folder: 'Drawn samples/Creek crossing',
    name: 'CREEK CROSSING',
    naming: 'browning',
    landscape: 'creek',
  },
  ...{ seed: 2, serial: null, coordinates: null, ...size },
};

const road: DrawnCamera = {
  ...{
    folder: 'Drawn samples/Forest road',
    name: 'FOREST ROAD',
    naming: 'bushnell',
    landscape: 'road',
    seed: 3,
  },
  ...{ serial: 'DRAWN0003', coordinates: null, ...size },
};

type Animal = Extract<Subject, { label: 'animal' }>;

function animal(
  kind: Animal['kind'],
  [x, z, yaw]: readonly [number, number, number],
  [stride, pace, head, look]: readonly [number, number, number, number],
): Subject {
  return { label: 'animal', kind, pose: { stride, pace, head, look }, placement: { x, z, yaw }, seed: 7 };
}

function walker(outfit: Outfit, [x, z, yaw]: readonly [number, number, number], stride: number): Subject {
  return { label: 'person', outfit, stride, pace: 0.9, placement: { x, z, yaw }, seed: 11 };
}

function car(x: number, z: number, yaw: number): Subject {
  return { label: 'vehicle', colour: [70, 96, 132], placement: { x, z, yaw }, seed: 13 };
}

/** When a burst began (day, hour, minute, second) and who was there, frame by frame. */
interface Burst {
  at: readonly [number, number, number, number];
  frames: Subject[][];
  orientation?: 6;
}

const empty: Subject[][] = [[], [], []];

const ridgeBursts: Burst[] = [
  {
    at: [133, 7, 42, 10],
    frames: [
      [animal('deer', [-0.9, 4.6, 0.12], [0.1, 0.8, 0.5, 0])],
      [animal('deer', [0.25, 4.7, 0.12], [0.45, 0.8, 0.6, 0.1])],
      [],
    ],
  },
  { at: [133, 12, 5, 33], frames: empty },
  {
    at: [134, 2, 16, 48],
    frames: [
      [animal('fox', [-0.35, 3.1, 0.3], [0.2, 0.8, 0.1, -0.5])],
      [animal('fox', [0.3, 3.3, 0.35], [0.5, 0.8, 0, -0.2])],
      [],
    ],
  },
  { at: [134, 9, 51, 2], frames: [[], [walker(hiker, [-0.1, 4.4, -1.25], 0.12)], []] },
];

const creekBursts: Burst[] = [
  {
    at: [140, 6, 38, 20],
    frames: [
      [animal('deer', [0.5, 5.2, 3.3], [0.1, 0.15, -1, 0])],
      [animal('deer', [0.45, 5.2, 3.3], [0.12, 0.15, -0.85, 0])],
      [animal('deer', [0.3, 5.15, 3.35], [0.16, 0.2, 0.9, 0.9])],
    ],
  },
  { at: [140, 22, 11, 5], frames: [[animal('buck', [-0.2, 3.8, 0.5], [0.1, 0.5, 0.5, -0.8])], [], []] },
  {
    at: [141, 10, 27, 59],
    frames: [
      [animal('pheasant', [-0.25, 2.85, 0.2], [0, 0, -0.1, 0])],
      [animal('pheasant', [0.05, 2.9, 0.3], [0, 0, -0.5, 0])],
      [],
    ],
  },
];

const roadBursts: Burst[] = [
  {
    at: [150, 8, 3, 41],
    frames: [
      [walker(forester, [0.5, 6.2, -1.4], 0.05)],
      [walker(forester, [0.35, 3.4, -1.35], 0.35)],
      [walker(forester, [0.32, 0.98, -1.1], 0.2)],
    ],
  },
  { at: [150, 13, 30, 12], frames: [[car(0.5, 13, -1.45)], [car(0.35, 7.4, -1.3)], []] },
  { at: [151, 4, 45, 37], frames: empty, orientation: 6 },
];

const folders: [DrawnCamera, Burst[]][] = [
  [ridge, ridgeBursts],
  [creek, creekBursts],
  [road, roadBursts],
];

/**
 * The plan of "Try it with sample photos": 30 drawn photos of 1280 x 960 in three camera folders, in bursts of
 * three, by day and infra-red, half of them blank.
 */
export function sampleFolder(): DrawnPhotoPlan[] {
  return folders.flatMap(([camera, bursts]) =>
    bursts.flatMap(({ at: [day, hour, minute, second], frames, orientation }, burst) =>
      frames.map((subjects, index) =>
        planShot(camera, {
          ...{ number: burst * 3 + index + 1, day, second: hour * 3600 + minute * 60 + second + index },
          ...{ frame: index + 1, frames: frames.length, subjects, orientation: orientation ?? 1 },
        }),
      ),
    ),
  );
}
