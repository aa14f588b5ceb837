import type { AnimalKind } from './animal.ts';
import { isNight, planShot } from './camera.ts';
import type { DrawnCamera, Naming } from './camera.ts';
import type { DrawnPhotoPlan } from './drawnPhoto.ts';
import { createRandom, hash } from '../core/statistics/randomSource.ts';
import type { RandomSource } from '../core/statistics/randomSource.ts';
import type { Landscape } from './landscape.ts';
import { animalVisit, personVisit, vehicleVisit } from './visitor.ts';
import type { Visit } from './visitor.ts';

/** What a folder of drawn photos for tests and measurements is to be. */
export interface LargeFolderOptions {
  count: number;
  seed: number;
  /** Pixels of the upright photo. */
  width: number;
  height: number;
  deployments: number;
  /** Folder names with spaces, commas, quotes, apostrophes and letters beyond ASCII. */
  hostile?: boolean;
  /** Every so many photos one that was taken upright: stored lying, with EXIF orientation 6. 0 is never. */
  turnedEvery?: number;
  /** Strength of the sensor's noise; 1 is normal. With quality 88 it makes 4000 x 3000 about 3 MB, 2 about 4 MB. */
  noise?: number;
  /** JPEG quality, 1-100. */
  quality?: number;
}

const hostileNames = [
  "O'Brien's ridge, north",
  'Große Wiese & Bach (alt)',
  'Camera "B", 2nd visit',
  '森の道 カメラ１',
  'Ruisseau d’été; nº 4',
  ' leading and  double spaces',
  'percent%20 #hash +plus',
  'Лесная дорога',
];

const namings: [Naming, ...Naming[]] = ['reconyx', 'browning', 'bushnell'];
const landscapes: [Landscape, ...Landscape[]] = ['path', 'creek', 'road'];

function camera(options: LargeFolderOptions, index: number): DrawnCamera {
  const plain = `Site ${String(index + 1).padStart(3, '0')}`;
  const hostile = hostileNames[index % hostileNames.length] ?? plain;
  const folder =
    options.hostile === true ? `${hostile}${index < hostileNames.length ? '' : ` ${index}`}` : plain;
  return {
    folder: `Drawn photos/${folder}`,
    name: plain.toUpperCase(),
    naming: namings[index % 3] ?? 'reconyx',
    landscape: landscapes[Math.floor(index / 3 + index) % 3] ?? 'path',
    seed: hash(options.seed, index) % 100_000,
    serial: index % 3 === 1 ? null : `DRAWN${String(1000 + index)}`,
    coordinates: index % 2 === 0 ? { latitude: 46.5 + index / 100, longitude: 8.4 - index / 50 } : null,
    width: options.width,
    height: options.height,
  };
}

function kindOf(drawn: number, landscape: Landscape): 'blank' | 'animal' | 'person' | 'vehicle' {
  if (drawn < 0.77) return 'blank';
  if (drawn < (landscape === 'road' ? 0.89 : 0.95)) return 'animal';
  return drawn < 0.94 || landscape !== 'road' ? 'person' : 'vehicle';
}

/** A second of the day: animals at dusk and night, wind and sun (blanks) and people by day. */
function secondOfDay(kind: 'blank' | 'animal' | 'person' | 'vehicle', random: RandomSource): number {
  const bell = (random.next() + random.next() + random.next()) / 3;
  if (kind !== 'animal') return Math.floor((6.5 + 13 * bell) * 3600);
  const hour =
    random.pick([0, 1, 2]) === 0 ? random.between(0, 24) : random.pick([6.2, 20.4]) + (bell - 0.5) * 6;
  return Math.floor(((hour + 24) % 24) * 3600);
}

function visit(
  kind: 'animal' | 'person' | 'vehicle',
  place: DrawnCamera,
  night: boolean,
  random: RandomSource,
): Visit {
  if (kind === 'person') return personVisit(place.landscape, random);
  if (kind === 'vehicle') return vehicleVisit(place.landscape, random);
  const byNight: [AnimalKind, ...AnimalKind[]] = ['deer', 'buck', 'fox', 'fox'];
  const byDay: [AnimalKind, ...AnimalKind[]] = ['deer', 'buck', 'fox', 'pheasant', 'crow'];
  return animalVisit(random.pick(night ? byNight : byDay), place.landscape, random);
}

function* cameraPhotos(options: LargeFolderOptions, index: number, count: number): Generator<DrawnPhotoPlan> {
  const place = camera(options, index);
  const random = createRandom(options.seed, index, 21);
  const turnedEvery = options.turnedEvery ?? 0;
  let day = 90 + random.whole(0, 30);
  let second = 0;
  // Steps of the golden section spread the kinds evenly, so that small folders have a bit of everything too.
  let drawn = 0.35 + 0.19 * (index % 4);
  for (let number = 1; number <= count;) {
    drawn = (drawn + 0.618034) % 1;
    const kind = kindOf(drawn, place.landscape);
    const next = secondOfDay(kind, random);
    if (next <= second + 120) day++;
    second = next;
    const night = isNight(second);
    const come = kind === 'blank' ? null : visit(kind, place, night, random);
    const frames = Math.min(random.whole(1, 5), count - number + 1);
    const gone = random.chance(0.3) ? Math.max(1, frames - 1) : frames;
    for (let frame = 1; frame <= frames; frame++, number++) {
      if (frame > 1) second += random.whole(1, 2);
      yield planShot(place, {
        ...{ number, day, second, frame, frames },
        subjects: come !== null && frame <= gone ? [come(frame - 1)] : [],
        orientation: turnedEvery > 0 && number % turnedEvery === 0 ? 6 : 1,
        ...(options.noise === undefined ? {} : { noise: options.noise }),
        ...(options.quality === undefined ? {} : { quality: options.quality }),
      });
    }
  }
}

/** The plans of a folder of any size, camera by camera, in bursts of 1-5, about 80 % blank; nothing is drawn yet. */
export function* largeFolder(options: LargeFolderOptions): Generator<DrawnPhotoPlan> {
  const { count, deployments } = options;
  for (let index = 0; index < deployments; index++) {
    const from = Math.floor((count * index) / deployments);
    const to = Math.floor((count * (index + 1)) / deployments);
    yield* cameraPhotos(options, index, to - from);
  }
}
