import { describe, expect, it } from 'vitest';
import { captureTime, doneMedia, predictionOf, threeClassManifest } from '../../../tests/fixtures/photo.ts';
import { decideSequences, roleScores, thresholdsInForce, toPhoto } from './photo.ts';
import { defaultSettings } from '../survey/surveySettings.ts';

const { labels } = threeClassManifest;
const thresholds = thresholdsInForce(defaultSettings, threeClassManifest);

describe('roleScores', () => {
  it('takes the best of several labels of one role', () => {
    const species = [
      { name: 'red deer', role: 'animal' as const },
      { name: 'red fox', role: 'animal' as const },
      { name: 'blank', role: 'blank' as const },
    ];
    expect(roleScores(predictionOf([0.25, 0.5, 0.75]), species)).toEqual({
      animal: 0.5,
      person: 0,
      vehicle: 0,
    });
  });
});

describe('thresholdsInForce', () => {
  it('prefers what the person set to what the model suggests', () => {
    const settings = { ...defaultSettings, thresholds: { ...defaultSettings.thresholds, person: 0.1 } };
    expect(thresholdsInForce(settings, threeClassManifest)).toEqual({
      animal: 0.4,
      person: 0.1,
      vehicle: 0.5,
    });
  });
});

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
    const [sequence, ...others] = decideSequences(photos, 60, thresholds);
    expect(others).toEqual([]);
    expect(sequence?.frames).toHaveLength(2);
    expect(sequence?.decision).toMatchObject({ label: 'animal', score: 0.5 });
  });

  it('does not join photos whose only time is that of the last copy', () => {
    const modified = { ...captureTime('2021-06-04T18:32:05'), source: 'modified' as const };
    const photos = ['a', 'b'].map((name) =>
      toPhoto(doneMedia(`Ridge/${name}.JPG`, modified), predictionOf([0.75, 0, 0]), labels),
    );
    expect(decideSequences(photos, 60, thresholds)).toHaveLength(2);
  });

  it('leaves out what is pending or failed', () => {
    const pending = toPhoto({ ...doneMedia('Ridge/a.JPG', null), status: 'pending' }, null, labels);
    const failed = toPhoto({ ...doneMedia('Ridge/b.JPG', null), status: 'failed' }, null, labels);
    expect(decideSequences([pending, failed], 60, thresholds)).toEqual([]);
  });
});
