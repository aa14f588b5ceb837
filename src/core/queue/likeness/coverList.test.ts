import { expect, it } from 'vitest';
import { snapshotOf } from '../../../../tests/fixtures/queueSnapshot.ts';
import { packPrediction } from '../../models/prediction/predictionPacking.ts';
import { queueEntries } from '../queueEntries.ts';
import type { SurveySnapshot } from '../../survey/surveySnapshot.ts';
import { CoverListing } from './coverList.ts';

const box = { x: 0.25, y: 0.5, width: 0.125, height: 0.25 };
const weaker = { ...box, x: 0.75 };

/** Three sequences: two of animals, the second never read, and a blank one; every box is at 0.6 or 0.9. */
function survey(): SurveySnapshot {
  const snapshot = snapshotOf([
    { id: 'deer', label: 'animal', votes: ['animal', 'animal'] },
    { id: 'unread', label: 'animal' },
    { id: 'empty', label: 'blank' },
    { id: 'fox', label: 'animal' },
  ]);
  const prediction = packPrediction({
    detections: [
      { labelIndex: 0, score: 0.6, box: weaker },
      { labelIndex: 0, score: 0.9, box },
    ],
    labelScores: Float32Array.of(0.9),
  });
  const photos = snapshot.photos.map((photo) => ({
    ...photo,
    media: {
      ...photo.media,
      contentKey: photo.sequenceId === 'unread' ? null : `key of ${photo.media.path}`,
    },
    prediction: photo.sequenceId === 'empty' ? null : prediction,
  }));
  return { ...snapshot, photos, labels: [{ name: 'animal', role: 'animal' }] };
}

function listing(): CoverListing {
  const snapshot = survey();
  const listed = new CoverListing();
  for (const entry of queueEntries(snapshot)) listed.add(entry, snapshot);
  return listed;
}

it('lists the cover of every stack that was read', () => {
  const listed = listing();
  expect(listed.ids).toEqual(['deer', 'empty', 'fox']);
  expect(listed.list().contentKeys).toEqual([
    'key of deer/IMG_1.JPG',
    'key of empty/IMG_1.JPG',
    'key of fox/IMG_1.JPG',
  ]);
});

it('gives the best box of each, and none where there is none', () => {
  const { boxes } = listing().list();
  expect([...boxes.subarray(0, 4)]).toEqual([0.25, 0.5, 0.125, 0.25]);
  expect([...boxes.subarray(4, 8)]).toEqual([NaN, NaN, NaN, NaN]);
});

it('tells apart what is labelled otherwise, and only that', () => {
  const [deer, empty, fox] = listing().list().kinds;
  expect(fox).toBe(deer);
  expect(empty).not.toBe(deer);
});
