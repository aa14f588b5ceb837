import { describe, expect, it } from 'vitest';
import { bytesOf, pattern } from '../../../../tests/fixtures/pattern.ts';
import type { PhotoPixels, Size } from '../../files/pixels.ts';
import type { Interpolation } from './resampleWeights.ts';
import { resizePixels, resizeRows, type ResizeMethod, type ResizePlan } from './resize.ts';

const smooth: ResizeMethod = { interpolation: 'bilinear', antialias: true };
const plain: ResizeMethod = { interpolation: 'bilinear', antialias: false };

function planned(source: PhotoPixels, plan: ResizePlan, method: ResizeMethod): number[] {
  const values: number[] = [];
  const { width } = plan.window ?? plan.size;
  resizeRows(source, plan, method, (row) => values.push(...row.subarray(0, width * 3)));
  return values;
}

function resized(source: PhotoPixels, { width, height }: Size, method = smooth): number[] {
  return planned(source, { size: { width, height } }, method);
}

/*
 * What Pillow 12.3 gives for the pattern above:
 *   y, x, c = numpy.mgrid[0:h, 0:w, 0:3]
 *   image = Image.fromarray(((37*x + 59*y + 101*c + 23*(x*y % 7)) % 256).astype(numpy.uint8))
 *   image.resize((tw, th), Image.Resampling.BILINEAR).tobytes().hex()  # or BICUBIC, LANCZOS
 */
const pillow: {
  name: string;
  from: [number, number];
  to: [number, number];
  interpolation?: Interpolation;
  hex: string;
}[] = [
  {
    name: 'shrunk to a quarter',
    from: [23, 17],
    to: [6, 5],
    hex:
      '6e8c7b81817d788c7f857f817d928285818477708669837e7677856d8677767b7c73877d6f72925f887c6e7c8f658b796d81' +
      '8a698b77847a75936d8488797b9372878f7a7f9078888b6f71925d888d6e7c90648b946b828c698b',
  },
  {
    name: 'enlarged',
    from: [6, 5],
    to: [9, 8],
    hex:
      '0065ca1378dd2b90ca44a9395dc22775da3f8ef358a78c71b91e831a7f7432978c51a39270785290855a9ca47971c3987e9b' +
      '80956a5f3fa4095dba2784b350a23d79c83d9ac765bc4a87e949ae9368cd3264c92e8a97549f64865c61b871869384a67937' +
      '8fd64aaf9470d53a889d528e73808457ae4b93b551b67361b9495476b065a28778dd42ad22776a4fac358dc96fd26f68cd3a' +
      '609d2d9f3c7698856a80e54ad2379c8e73904eb37560c53d7e9b489b5d65ad257783689553b8adec51b6ad927768cd3252b7' +
      '1c8e7358c92e93b3187d6f54b92f94f9',
  },
  {
    name: 'narrower and taller',
    from: [11, 12],
    to: [4, 20],
    hex:
      '2a8f9f87b055785db148ad674c8f7d889775756b8670916d80904a8972a4707f46ad677780876f679199878360847f8a7a81' +
      '8a5ca1869a7e7967968d69818e7d9362a26b8e64aa74768a7b88776c8e6ea273a46292985c88548e6c7cb68a90549161867b' +
      '5e655881b19e52767d4ea56770524b8e98913c9d4181ad42906b4ca857437acb6169a440948c649b4d5773c9b02c914f89b2' +
      '887a5f9d4aaf826092678a8d7175737a878562828f73807e5c7a8263a1715d8286695e9d4b91866878896876836a699e539f' +
      '7a74689f7b6583728a9168a7668565b37281917f8a6e7e8574897c9f6c949a878a568d6e7e8b8c92',
  },
  {
    name: 'bicubic, shrunk',
    from: [23, 17],
    to: [6, 5],
    interpolation: 'bicubic',
    hex:
      '6c9079857e7f778f7e877e837c9583897f87796f8567847d7775856d8776777a7a72887c6d6f98588d776c7a955f8e776b80' +
      '8d639072867b72986b86897a78977089927a7e94768b8c6f6f925b8a8c6d7b90628c976c808b658e',
  },
  {
    name: 'bicubic, enlarged',
    from: [6, 5],
    to: [9, 8],
    interpolation: 'bicubic',
    hex:
      '005fd60a6ef7258ce03db22854cd0e6ee63594ff4cb28472c1028c1376772699954aad9b727543997d4ca3a57b70cf997f99' +
      '7f9b5b5e3ba10059c81b86c34aa72c79df279ed95fc53d83fe3cb49269d6225ee420989f43b751834c51d36d869b8caf7021' +
      '8ef33bb49c72df2a88af4c986b80913bbf3a95cf3ecf6b58cc2f4971c063a18b7ee833b715706442b5248edd78df6c67e126' +
      '55a020a9277c9f826b7ff541e127a4906e973fc27260d32c82a03ea25269bd117284639849bfb7f84dc3b8967865dc1d44bc' +
      '0c916b5cdc1ea3bc0c766552c02196ff',
  },
  {
    name: 'lanczos, shrunk',
    from: [23, 17],
    to: [6, 5],
    interpolation: 'lanczos',
    hex:
      '6c9377877c81798f7d887e857e94838b7e8c7a6d8368837e7775856f8576777a7a738879696e9d549074687c955a90786881' +
      '8c5d956c897c70996a888c797898708a95797f98758f8f6d6d925a8b8d6b7b91608c966c808f6190',
  },
  {
    name: 'lanczos, enlarged',
    from: [6, 5],
    to: [9, 8],
    interpolation: 'lanczos',
    hex:
      '0061d50a67ff2688e638b82c49d10067f43393ff45b77d73c30090126a731d9c9c45b79975793ca56f3fa3a88474ce987f97' +
      '7c9e535d3b9e0059d2128bc04aa22b7fed189cd862cd3a81ff31b9916fda1858f517a7ae29c5487c4b3ee2747ea099a77e18' +
      '8aff2ab6a672ea2080b54e9b60868c29dc3695e22cf2544cd5214872bb6a9e8f88ee24bc17686238b82090e776df7966f314' +
      '509921a61f7ca5816f7dff39ea1aa58f679f30d46b5eda2189a238a9436ec9026d84649844c6bafa50c8c4967a61e40b38be' +
      '04906569e916a7c305775858c21b97ff',
  },
];

describe('resizeRows', () => {
  it.each(pillow)('equals Pillow: $name', ({ from, to, interpolation = 'bilinear', hex }) => {
    const size = { width: to[0], height: to[1] };
    expect(resized(pattern(...from), size, { interpolation, antialias: true })).toEqual(bytesOf(hex));
  });

  it('leaves a photo of the wanted size as it is', () => {
    const source = pattern(7, 4);
    expect(resized(source, source)).toEqual([...source.data].filter((_, index) => index % 4 !== 3));
  });

  it('keeps one colour, whatever the sizes', () => {
    const source: PhotoPixels = { ...pattern(31, 2), data: new Uint8Array(31 * 2 * 4).fill(200) };
    for (const size of [
      { width: 1, height: 1 },
      { width: 9, height: 9 },
      { width: 64, height: 1 },
    ]) {
      expect(new Set(resized(source, size))).toEqual(new Set([200]));
    }
  });

  it('without antialias mixes only the two nearest pixels, however much it shrinks', () => {
    const data = new Uint8Array(8 * 4);
    data.set([100, 100, 100, 255], 3 * 4);
    const source: PhotoPixels = { data, width: 8, height: 1, photo: { width: 8, height: 1 }, scale: 1 };
    expect(resized(source, { width: 2, height: 1 }, plain)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(resized(source, { width: 1, height: 1 }, plain)).toEqual([50, 50, 50]);
    expect(resized(source, { width: 1, height: 1 }, smooth)[0]).toBeGreaterThan(10);
  });

  it('counts only the part of the last column that belongs to the photo', () => {
    // 10 stored columns decoded at 1/4 are 2.5 columns: the third lies half beyond the edge.
    const data = new Uint8Array(3 * 4);
    data.set([0, 0, 0, 255, 0, 0, 0, 255, 240, 240, 240, 255]);
    const shrunk: PhotoPixels = { data, width: 3, height: 1, photo: { width: 10, height: 4 }, scale: 0.25 };
    const whole: PhotoPixels = { ...shrunk, photo: { width: 3, height: 1 }, scale: 1 };
    expect(resized(shrunk, { width: 1, height: 1 })[0]).toBeLessThan(
      resized(whole, { width: 1, height: 1 })[0] ?? 0,
    );
  });
});

describe('resizeRows of a part', () => {
  // Pillow, of rows 3 to 14 alone: Image.fromarray(pattern[3:15]).resize((6, 5), BILINEAR)
  const part =
    '83767479758f837a767b798c867a74807a98686b9a57916a6677955e9363637f8464936072718d5f838772798d648883727e8e688a827b82798a767b82817d8c7a7f87837e8b7f819d6a68ab5897996775a26097a8637f996797';
  // Pillow: image.resize((10, 8), BICUBIC).crop((2, 1, 8, 7))
  const middle =
    '8f7e8c8d79876f96748f829093798b719a7744947a717da58856734895527182978c597a53a5478261895787b654a84a8466895c87a04a8d8b658a7c816d984e8d90678f7d84719aab5d817e7f80829366ac618383808284976bc54cb56f796ab15879cc4eb7717b71b15d78';

  it('cuts off a region before it resizes, so that nothing outside shows', () => {
    const plan = { size: { width: 6, height: 5 }, region: { x: 0, y: 3, width: 23, height: 12 } };
    expect(planned(pattern(23, 17), plan, smooth)).toEqual(bytesOf(part));
  });

  it('hands over only the window that is wanted', () => {
    const plan = { size: { width: 10, height: 8 }, window: { x: 2, y: 1, width: 6, height: 6 } };
    const bicubic: ResizeMethod = { interpolation: 'bicubic', antialias: true };
    expect(planned(pattern(23, 17), plan, bicubic)).toEqual(bytesOf(middle));
  });

  it.each([smooth, plain])('gives the same window as a part of the whole: %j', (method) => {
    const size = { width: 10, height: 8 };
    const window = { x: 2, y: 1, width: 6, height: 6 };
    const whole = planned(pattern(23, 17), { size }, method);
    const expected = whole.filter((_, index) => {
      const [x, y] = [Math.floor(index / 3) % 10, Math.floor(index / 30)];
      return x >= 2 && x < 8 && y >= 1 && y < 7;
    });
    expect(planned(pattern(23, 17), { size, window }, method)).toEqual(expected);
  });
});

describe('resizePixels', () => {
  it('gives opaque pixels of the same colours', () => {
    const { data, width, height } = resizePixels(pattern(23, 17), { width: 6, height: 5 });
    expect([width, height]).toEqual([6, 5]);
    expect([...data].filter((_, index) => index % 4 !== 3)).toEqual(bytesOf(pillow[0]?.hex ?? ''));
    expect([...data].filter((_, index) => index % 4 === 3).every((alpha) => alpha === 255)).toBe(true);
  });
});

describe('photos and sizes in turn', () => {
  const first: PhotoPixels = pattern(40, 30);
  const second: PhotoPixels = { ...pattern(40, 30), data: pattern(30, 40).data };
  const parts = [
    { size: { width: 10, height: 8 } },
    { size: { width: 10, height: 5 } },
    { size: { width: 10, height: 8 }, window: { x: 0, y: 3, width: 10, height: 5 } },
    { size: { width: 10, height: 8 }, region: { x: 4, y: 2, width: 30, height: 20 } },
  ];
  const copyOf = (photo: PhotoPixels): PhotoPixels => ({ ...photo, data: photo.data.slice() });

  it('come out as each does alone', () => {
    for (const part of [...parts, ...parts.toReversed()]) {
      for (const photo of [first, first, second]) {
        expect(planned(photo, part, smooth)).toEqual(planned(copyOf(photo), part, smooth));
      }
    }
  });

  it('come out the same from bytes that lie anywhere in memory', () => {
    const { data } = first;
    const shifted = new Uint8Array(data.length + 1).subarray(1);
    shifted.set(data);
    expect(resized({ ...first, data: shifted }, { width: 7, height: 9 })).toEqual(
      resized(first, { width: 7, height: 9 }),
    );
  });
});
