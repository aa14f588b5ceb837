import { expect, it } from 'vitest';
import { keyConflicts } from '../../core/queue/keyBindings.ts';
import { inEnglish } from '../../words/english.ts';
import { formatsOf } from '../../words/formats.ts';
import { inSpanish } from '../../words/spanish.ts';
import { buttonText, defaultBindings, reviewActionNames, reviewActions } from './reviewActions.ts';

const english = inEnglish(formatsOf('en')).review;
const spanish = inSpanish(formatsOf('es')).review;

it('gives every action a key of its own', () => {
  expect(reviewActionNames.filter((action) => reviewActions[action].keys.length === 0)).toEqual([]);
  expect(keyConflicts(defaultBindings)).toEqual([]);
});

it.each([
  ['English', english],
  ['Spanish', spanish],
])('says in %s what every key does, and what its button is called', (_, words) => {
  const sentences = reviewActionNames.map((action) => words.actions[action]);
  expect(sentences.filter((text) => text.trim() === '')).toEqual([]);
  expect(new Set(sentences).size).toBe(sentences.length);
  expect(reviewActionNames.filter((action) => buttonText(words, action) === '')).toEqual([]);
});

it('has no words for actions that are not there', () => {
  const names = [...Object.keys(english.actions), ...Object.keys(spanish.actions)];
  expect(names.filter((name) => !(name in reviewActions))).toEqual([]);
});
