import { describe, expect, it } from 'vitest';
import { captureTime, doneMedia, predictionOf, threeClassManifest } from '../../../tests/fixtures/photo.ts';
import { thresholdsInForce, toPhoto, type Photo } from './photo.ts';
import {
  copiesAmong,
  decideSequences,
  kindNamer,
  sequencesOf,
  type DecidedSequence,
} from './decidedSequence.ts';
import { defaultSettings } from '../settings/surveySettings.ts';

const { labels } = threeClassManifest;
const thresholds = thresholdsInForce(defaultSettings, threeClassManifest);

function decide(photos: readonly Photo[]): DecidedSequence[] {
  const sequences = sequencesOf(photos, copiesAmong(photos), defaultSettings);
  const kindOf = kindNamer(labels, defaultSettings.species);
  return decideSequences(sequences, thresholds, defaultSettings.aggregation, kindOf);
}

describe('decideSequences', () => {
  it('groups a burst over two overflow folders and decides it as one', () => {
    const photos = [
      toPhoto(
        doneMedia('Ridge/100RECNX/9999.JPG', captureTime('2021-06-04T18:32:05')),
        predictionOf([0.75, 0, 0]),
        labels,
      ),
      toPhoto(
        doneMedia('Ridge/101RECNX/0001.JPG', captureTime('2021-06-04T18:32:06')),
        predictionOf([0.25, 0, 0]),
        labels,
      ),
    ];
    const [sequence, ...others] = decide(photos);
    expect(others).toEqual([]);
    expect(sequence?.frames).toHaveLength(2);
    expect(sequence?.decision).toMatchObject({ label: 'animal', score: 0.5 });
  });

  it('does not join photos whose only time is that of the last copy', () => {
    const modified = { ...captureTime('2021-06-04T18:32:05'), source: 'modified' as const };
    const photos = ['a', 'b'].map((name) =>
      toPhoto(doneMedia(`Ridge/${name}.JPG`, modified), predictionOf([0.75, 0, 0]), labels),
    );
    expect(decide(photos)).toHaveLength(2);
  });

  it('leaves out what is pending or failed', () => {
    const pending = toPhoto({ ...doneMedia('Ridge/a.JPG', null), status: 'pending' }, null, labels);
    const failed = toPhoto({ ...doneMedia('Ridge/b.JPG', null), status: 'failed' }, null, labels);
    expect(decide([pending, failed])).toEqual([]);
  });
});
