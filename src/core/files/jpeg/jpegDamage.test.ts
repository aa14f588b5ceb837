import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jpegOf, type JpegForm } from '../../../../tests/fixtures/jpegVariants.ts';
import { createRandom } from '../../statistics/randomSource.ts';
import type { RgbaPixels } from '../pixels.ts';
import { jpegDamage } from './jpegDamage.ts';

/** A picture with something in every block. */
function picture(width: number, height: number, seed = 7): RgbaPixels {
  const random = createRandom(seed);
  const data = new Uint8Array(width * height * 4);
  for (let index = 0; index < data.length; index += 1) {
    data[index] = index % 4 === 3 ? 255 : 60 + ((index * seed) % 90) + random.next() * 80;
  }
  return { width, height, data };
}

const forms: [string, JpegForm][] = [
  ['4:2:0', {}],
  ['4:2:2', { subsampling: [2, 1] }],
  ['4:4:4', { subsampling: [1, 1] }],
  ['grey', { color: 'grey' }],
  ['CMYK', { color: 'CMYK' }],
  ['restart markers', { restartInterval: 3 }],
  ['progressive', { progressive: true }],
  ['progressive, grey', { progressive: true, color: 'grey' }],
  ['progressive, 4:2:2', { progressive: true, subsampling: [2, 1] }],
];

function scanStart(bytes: Uint8Array): number {
  for (let at = 2; at < bytes.length; at += 1)
    if (bytes[at] === 0xff && bytes[at + 1] === 0xda) return at + 14;
  throw new Error('no scan');
}

function middle(bytes: Uint8Array): number {
  return Math.floor((scanStart(bytes) + bytes.length) / 2);
}

const endMark = [0xff, 0xd9];
const whole = jpegOf(picture(320, 240));
const other = jpegOf(picture(320, 240, 11));
const at = middle(whole);

const damages: [string, (bytes: Uint8Array, at: number) => Uint8Array][] = [
  [
    'is cut short, with an end mark behind the cut',
    (b, i) => Uint8Array.from([...b.slice(0, i), ...endMark]),
  ],
  ['has a hole of zeros', (b, i) => b.slice().fill(0, i, i + 600)],
  ['has a run of FF', (b, i) => b.slice().fill(0xff, i, i + 64)],
  ['lost bytes', (b, i) => Uint8Array.from([...b.slice(0, i), ...b.slice(i + 300)])],
  ['has bytes twice', (b, i) => Uint8Array.from([...b.slice(0, i), ...b.slice(i - 300)])],
  ['has another photo’s start inside', (b, i) => Uint8Array.from([...b.slice(0, i), ...other])],
  [
    'has an EXIF header inside',
    (b, i) => Uint8Array.from([...b.slice(0, i), 0xff, 0xe1, 0, 8, 69, 120, 105, 102, 0, 0, ...b.slice(i)]),
  ],
];

describe('a sound JPEG is not marked', () => {
  it.each(forms)('%s', (_, form) => {
    const odd = form.progressive ? [] : [[65, 33] as const, [1, 1] as const];
    for (const [width, height] of [[160, 96] as const, [16, 16] as const, ...odd]) {
      for (const quality of [30, 75, 98]) {
        expect(jpegDamage(jpegOf(picture(width, height), form, quality))).toBeNull();
      }
    }
  });

  it.each([
    ['with bytes behind its end', [...whole, ...new Uint8Array(5000).fill(7)]],
    ['with a second picture behind its end', [...whole, ...other]],
    ['without its end mark', [...whole.slice(0, -2)]],
    [
      'with a small picture in its EXIF',
      [...whole.slice(0, 2), 0xff, 0xe1, (8 + other.length) >> 8, (8 + other.length) & 255]
        .concat([69, 120, 105, 102, 0, 0], [...other], [...whole.slice(2)])
        .map((byte) => byte & 255),
    ],
    ['with a padding of a byte before its end', [...whole.slice(0, -2), 0, ...endMark]],
  ])('%s', (_, bytes) => {
    expect(jpegDamage(Uint8Array.from(bytes))).toBeNull();
  });

  it('whose height is told after the scan', () => {
    const late = whole.slice();
    const frame = late.findIndex((byte, index) => byte === 0xff && late[index + 1] === 0xc0);
    late.fill(0, frame + 5, frame + 7);
    const lines = [0xff, 0xdc, 0, 4, 240 >> 8, 240 & 255];
    expect(jpegDamage(Uint8Array.from([...late.slice(0, -2), ...lines, ...endMark]))).toBeNull();
  });
});

describe('a damaged JPEG that decoders take for whole is marked', () => {
  it.each(damages)('one that %s', (_, damaged) => {
    expect(jpegDamage(damaged(whole, at))).not.toBeNull();
  });

  it.each(forms.slice(1))('also when it is %s', (_, form) => {
    const sound = jpegOf(picture(320, 240), form);
    const cut = damages.map(([, damaged]) => jpegDamage(damaged(sound, middle(sound))));
    expect(cut.filter((damage) => damage === null)).toEqual([]);
  });

  it('with how much of it is above the damage', () => {
    const cut = Uint8Array.from([...whole.slice(0, at), ...endMark]);
    expect(jpegDamage(cut)?.below).toBeGreaterThan(0.4);
    expect(jpegDamage(cut)?.below).toBeLessThan(0.6);
  });

  it('where its restart markers are out of order', () => {
    const sound = jpegOf(picture(160, 96), { restartInterval: 3 });
    const mark = sound.findIndex((byte, index) => byte === 0xff && sound[index + 1] === 0xd1);
    const swapped = sound.slice();
    swapped[mark + 1] = 0xd5;
    expect(jpegDamage(swapped)).not.toBeNull();
  });

  it('where many bits of its scan are turned', () => {
    const random = createRandom(5);
    let found = 0;
    for (let round = 0; round < 100; round += 1) {
      const turned = whole.slice();
      for (let bit = 0; bit < 40; bit += 1) {
        const place = random.whole(scanStart(whole), whole.length - 3);
        turned[place] = (turned[place] ?? 0) ^ (1 << random.whole(0, 7));
      }
      if (jpegDamage(turned)) found += 1;
    }
    expect(found).toBeGreaterThan(95);
  });
});

describe('anything else', () => {
  it('never throws, whatever the bytes, also of coded data', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...forms.map(([, form]) => jpegOf(picture(64, 48), form))),
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), { maxLength: 40 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (sound, hits, cut) => {
          const bytes = sound.slice(0, 2 + Math.floor(cut * sound.length));
          for (const [where, byte] of hits) bytes[Math.floor(where * (bytes.length - 1))] = byte;
          expect(() => jpegDamage(bytes)).not.toThrow();
        },
      ),
    );
  });
});
