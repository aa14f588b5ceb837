import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doneMedia, predictionOf, threeClassManifest } from '../../../tests/fixtures/photo.ts';
import { aggregationRules } from '../decisions/aggregate.ts';
import { decisionOf, isSifted, toPhoto, type SiftedPhoto } from './photo.ts';
import type { ModelLabel } from '../models/manifest/modelManifest.ts';
import { wordByRule } from './ruledWord.ts';
import { defaultSettings } from '../settings/surveySettings.ts';

const thresholds = { animal: 0.5, person: 0.5, vehicle: 0.5 };
const { triage, species } = defaultSettings;

function photos(
  scores: [number, number, number][],
  labels: readonly ModelLabel[] = threeClassManifest.labels,
): SiftedPhoto[] {
  return scores
    .map((one, index) => toPhoto(doneMedia(`Ridge/${index}.JPG`, null), predictionOf(one), labels))
    .filter(isSifted);
}

describe('wordByRule', () => {
  const by = { thresholds, triage, species, labels: threeClassManifest.labels };

  it('tells rules apart that a doubtful photo divides', () => {
    const frames = photos([
      [0.95, 0, 0],
      [0.55, 0, 0],
    ]);
    expect(wordByRule('maximum', by)(frames)).toEqual({ label: 'animal', species: null, isSure: true });
    expect(wordByRule('mean', by)(frames)).toEqual({ label: 'animal', species: null, isSure: false });
  });

  it('takes a blank for sure by the setting for blanks', () => {
    const empty = photos([[0.15, 0, 0]]);
    const eager = { ...by, triage: { ...triage, blankThreshold: 0.8 } };
    expect(wordByRule('mean', by)(empty)).toMatchObject({ label: 'blank', isSure: false });
    expect(wordByRule('mean', eager)(empty)).toMatchObject({ label: 'blank', isSure: true });
  });

  it('names kinds by the rule, too', () => {
    const labels: ModelLabel[] = [
      { name: 'fox', role: 'animal', taxon: 'mammalia;carnivora;canidae;vulpes;vulpes' },
      { name: 'hare', role: 'animal', taxon: 'mammalia;lagomorpha;leporidae;lepus;europaeus' },
    ];
    const frames = photos(
      [
        [0.98, 0.02, 0],
        [0.02, 0.7, 0],
        [0.02, 0.7, 0],
      ],
      labels,
    );
    const named = (rule: (typeof aggregationRules)[number]) =>
      wordByRule(rule, { ...by, labels })(frames)?.species;
    expect(named('maximum')).toBe('Vulpes vulpes');
    expect(named('majority')).toBe('Lepus europaeus');
  });

  it('is the photo’s own word for a single photo, by every rule but the vote', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        share,
        share,
        share,
        fc.constantFrom(...aggregationRules),
        (animal, person, vehicle, rule) => {
          fc.pre(rule !== 'majority');
          const [photo] = photos([[animal, person, vehicle]]);
          if (!photo) throw new Error('there is no photo');
          expect(wordByRule(rule, by)([photo])?.label).toBe(decisionOf(photo, thresholds).label);
        },
      ),
    );
    expect(wordByRule('mean', by)([])).toBeNull();
  });
});
