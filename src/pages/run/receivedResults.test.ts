import { expect, it } from 'vitest';
import { doneMedia, predictionOf, threeClassManifest } from '../../../tests/fixtures/photo.ts';
import { detector, prepared } from '../../../tests/fixtures/recipe.ts';
import { strongestSign } from '../../core/decisions/gate/photoEvidence.ts';
import { outputText } from '../../core/decisions/recipes/outputText.ts';
import { defaultSettings } from '../../core/settings/surveySettings.ts';
import { newSurvey } from '../survey/openSurvey.ts';
import { SurveyState } from '../survey/surveyState.svelte.ts';
import { ReceivedResults } from './receivedResults.ts';

const { labels, thresholds } = threeClassManifest;
const beside = (key: string) => ({ key, model: `${key} 1`, labels, thresholds });

it.each([
  ['no other model has spoken', []],
  ['an earlier model saw nobody', [['earlier', outputText(predictionOf([0.1, 0, 0]))]]],
] as const)(
  'a person of results imported while a run goes on holds the photos sifted later, where %s',
  (_, said) => {
    const recipe = prepared([detector('boxes', 'animal')], { kind: 'single', model: { id: 'boxes' } });
    const state = new SurveyState(recipe);
    const seenWith = { prepared: recipe, beside: [beside('earlier'), beside('md')] };
    state.open(newSurvey('Season', defaultSettings), [], seenWith);
    const received = new ReceivedResults(() => null);
    const media = doneMedia('A/walker.JPG', null);
    received.import(beside('md'), [{ contentKey: media.contentKey ?? '', said: predictionOf([0, 0.9, 0]) }]);
    state.put(received.photos([{ media, outputs: null, beside: said, known: false }]));
    expect(strongestSign(state.photo(media.id)?.evidence ?? [], 'person')).toBeCloseTo(0.9);
    received.over();
    expect(received.photos([{ media, outputs: null, beside: [], known: false }])).toMatchObject([
      { beside: null },
    ]);
  },
);
