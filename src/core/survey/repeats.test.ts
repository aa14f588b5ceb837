import { describe, expect, it } from 'vitest';
import { captureTime, doneMedia, predictionOf, threeClassManifest } from '../../../tests/fixtures/photo.ts';
import { toPhoto } from './photo.ts';
import { repeatSuspects, withoutRepeats } from './repeats.ts';
import { defaultSettings } from '../settings/surveySettings.ts';

const { labels } = threeClassManifest;
const branch = { x: 0.1, y: 0.1, width: 0.1, height: 0.1 };
const deer = { x: 0.5, y: 0.5, width: 0.3, height: 0.3 };

/** A branch in every photo, taken for an animal, and for a person too; a real deer in the first. */
const photos = Array.from({ length: 25 }, (_, index) =>
  toPhoto(
    doneMedia(`Ridge/${index}.JPG`, captureTime('2021-06-04T12:00:00')),
    predictionOf(
      [index === 0 ? 0.9 : 0.6, 0.5, 0],
      [
        ...(index === 0 ? [{ labelIndex: 0, score: 0.9, box: deer }] : []),
        { labelIndex: 0, score: 0.6, box: branch },
        { labelIndex: 1, score: 0.5, box: branch },
      ],
    ),
    labels,
  ),
);

describe('repeat suspects', () => {
  const suspects = repeatSuspects(photos, labels, defaultSettings.repeats);

  it('are named by deployment, label and place', () => {
    expect(suspects.map(({ label, photos: count }) => [label, count])).toEqual([
      ['animal', 25],
      ['person', 25],
    ]);
    expect(suspects[0]?.key).toBe('["Ridge","animal",[100,100,100,100]]');
  });

  it('count for nothing once confirmed, while other boxes of the photo do', () => {
    const animals = suspects.filter(({ label }) => label === 'animal');
    const [first, second] = withoutRepeats(photos, labels, animals);
    expect(first?.scores).toEqual({ animal: expect.closeTo(0.9, 6) as number, person: 0.5, vehicle: 0 });
    expect(second?.scores).toEqual({ animal: 0, person: 0.5, vehicle: 0 });
  });

  it('stay signs for the people gate', () => {
    const people = suspects.filter(({ label }) => label === 'person');
    const [first] = withoutRepeats(photos, labels, people);
    expect(first?.scores?.person).toBe(0);
    expect([...(first?.evidence ?? [])]).toMatchObject([{ role: 'person', score: 0.5 }]);
  });
});
