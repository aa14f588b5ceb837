import { describe, expect, it } from 'vitest';
import { bytesOf, pattern } from '../../../../tests/fixtures/pattern.ts';
import { resizeRows } from './resize.ts';

function resized(from: [number, number], [width, height]: [number, number], roundTrip?: 'uint8'): number[] {
  const values: number[] = [];
  const method = {
    interpolation: 'bilinear',
    antialias: false,
    ...(roundTrip ? { roundTrip } : {}),
  } as const;
  resizeRows(pattern(...from), { size: { width, height } }, method, (row) =>
    values.push(...row.subarray(0, width * 3)),
  );
  return values;
}

/*
 * The pattern as an array, from (23, 17) to (6, 5) and from (6, 5) to (9, 8) pixels:
 *   PyTorch 2: t = torch.from_numpy(array).permute(2, 0, 1).float() / 255
 *     t = torch.nn.functional.interpolate(t[None], size=(th, tw), mode="bilinear", antialias=False)[0]
 *     (t * 255.999).to(torch.uint8)      # what torchvision's convert_image_dtype does
 *   OpenCV 5: cv2.resize(array, (tw, th), interpolation=cv2.INTER_LINEAR)
 */
const plainCases: { from: [number, number]; to: [number, number]; torch: string; openCv: string }[] = [
  {
    from: [23, 17],
    to: [6, 5],
    torch:
      '8d7f6c7a9f449d3596a82272cc63a278724297626032978993565d298e59b5337f5c85aa2d928c13789d58bd223ea31d83e8' +
      '4da1706a618685cc3096aa8274c0248978b742b3727db85082b32489cf74aab84cb16e79d291a170',
    openCv:
      '8d7f6c7a9f449d3596a82272cb63a278724297626032978993565d298e59b5337f5c85aa2d928c13789d58bd223ea31d83e8' +
      '4da0706a618685cb3095aa8274bf248978b642b3717db85082b22489ce73aab84cb16e79d191a070',
  },
  {
    from: [6, 5],
    to: [9, 8],
    torch:
      '0065ca1277dd2b90cb44a9385cc22675db3f8ef358a78c70b91e83197f7431968b51a3937078529084599ca47971c3987e9b' +
      '80956a5f3ea4085dbb2784b450a23c79c93d9ac864bc4a87ea49ae9368cd3263c92d8a97539f64865c61b971869384a67837' +
      '8fd74aaf9470d53a889e528e72808456af4b93b551b67361b9485376b064a18678dd42ad22776a4eac348cca70d26f67cd39' +
      '609d2c9f3c7697846980e64ad3379c8e73904eb37561c63d7e9b489b5d65ae257883689553b8adec51b6ad927668cd3152b8' +
      '1c8e7257c92d93b4187d6e53b92f94f9',
    openCv:
      '0065ca1277dc2b90ca44a9385cc12675da3f8ef358a68b70b91e831a7f7431968b51a3937078528f84599ca47971c3987d9a' +
      '80956a5f3fa4095dba2784b350a23c79c83d9ac764bc4a87e949ae9368cd3263c92e8996539f64865c61b871869384a67837' +
      '8fd64aaf9470d53a889d528d72808457ae4b93b551b67361b9495376b064a18678dd42ad2277694fac358cc970d26f67cc39' +
      '609d2c9f3c7697846980e54ad2379c8e73904eb37561c63d7e9b489b5d65ae257782679553b8adec51b6ac917667cd3252b7' +
      '1c8d7257c92e93b3187d6e53b82f94f9',
  },
];

describe('resizePlainly, as resizeRows does without antialias', () => {
  it.each(plainCases)('equals SpeciesNet with its round trip: $from to $to', ({ from, to, torch }) => {
    expect(resized(from, to, 'uint8')).toEqual(bytesOf(torch));
  });

  it.each(plainCases)('is at most one level from OpenCV: $from to $to', ({ from, to, openCv }) => {
    const levels = resized(from, to);
    const expected = bytesOf(openCv);
    expect(levels).toHaveLength(expected.length);
    const differences = levels.map((level, index) => Math.abs(level - (expected[index] ?? NaN)));
    expect(Math.max(...differences)).toBeLessThanOrEqual(1);
  });
});
