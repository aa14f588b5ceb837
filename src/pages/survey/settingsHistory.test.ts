import { expect, it } from 'vitest';
import { defaultSettings, type SurveySettings } from '../../core/settings/surveySettings.ts';
import { SettingsHistory } from './settingsHistory.svelte.ts';

const gap = (gapSeconds: number): SurveySettings => ({ ...defaultSettings, gapSeconds });

it('goes back and forth, and forgets what was undone once something else is changed', () => {
  const history = new SettingsHistory();
  history.add(gap(60), gap(10), 'gap', 0);
  history.add(gap(10), gap(20), 'gap', 5000);
  expect(history.undo()).toEqual(gap(10));
  expect(history.undo()).toEqual(gap(60));
  expect(history.undo()).toBeNull();
  expect(history.redo()).toEqual(gap(10));
  history.add(gap(10), gap(30), 'gap', 9000);
  expect(history.redo()).toBeNull();
  expect(history.undo()).toEqual(gap(10));
});

it('takes a slider for one change', () => {
  const history = new SettingsHistory();
  history.add(gap(60), gap(61), 'gap', 0);
  history.add(gap(61), gap(62), 'gap', 500);
  history.add(gap(62), gap(63), 'person', 600);
  history.undo();
  expect(history.undo()).toEqual(gap(60));
});
