import { describe, expect, it } from 'vitest';
import { predictionOf, threeClassManifest } from '../../../tests/fixtures/photo.ts';
import { roleScores, thresholdsInForce } from './photo.ts';
import { defaultSettings } from '../settings/surveySettings.ts';

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
