import exifr from 'exifr';
import { expect, test } from 'vitest';
import { sampleFolder } from './sampleFolder.ts';

const plans = sampleFolder();

test('thirty photos in three camera folders, about half of them blank', () => {
  const count = (truth: string): number => plans.filter((plan) => plan.truth === truth).length;
  expect(plans).toHaveLength(30);
  expect(new Set(plans.map(({ path }) => path)).size).toBe(30);
  expect(['blank', 'animal', 'person', 'vehicle'].map(count)).toEqual([14, 10, 4, 2]);
  expect(new Set(plans.map(({ path }) => path.split('/').slice(0, -1).join('/')))).toEqual(
    new Set([
      'Drawn samples/Ridge trail/DCIM/100RECNX',
      'Drawn samples/Creek crossing/100_BTCF',
      'Drawn samples/Forest road/DCIM/101EK113',
    ]),
  );
});

test('one burst shows its person in the middle frame only', () => {
  const ridge = plans.filter(({ path }) => path.includes('Ridge')).map(({ truth }) => truth);
  expect(ridge.slice(9)).toEqual(['blank', 'person', 'blank']);
});

test('blanks have no boxes, all others have one', () => {
  for (const { truth, boxes } of plans) expect(boxes.length).toBe(truth === 'blank' ? 0 : 1);
});

test('the plan is the same each time', () => {
  const facts = (list: typeof plans): unknown =>
    list.map(({ path, truth, boxes }) => ({ path, truth, boxes }));
  expect(facts(sampleFolder())).toEqual(facts(plans));
});

test('a photo says in its EXIF that it is drawn, and when; the last burst lies on its side', async () => {
  const tags = async (index: number): Promise<unknown> =>
    exifr.parse(plans[index]?.render() ?? new Uint8Array(), { reviveValues: false, translateValues: false });
  expect(await tags(0)).toMatchObject({
    ...{
      Make: 'DRAWN',
      Model: 'Fieldsift Sketch 1',
      DateTimeOriginal: '2025:05:14 07:42:10',
      Orientation: 1,
    },
  });
  expect(await tags(29)).toMatchObject({ DateTimeOriginal: '2025:06:01 04:45:39', Orientation: 6 });
});
