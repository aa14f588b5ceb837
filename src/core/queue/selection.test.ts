import { expect, it } from 'vitest';
import { chooseAll, chosenOf, extend, invert, nothingChosen, toggle } from './selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];

it('chooses a range from the last one touched, in either direction', () => {
  const forwards = extend(toggle(nothingChosen, 'b'), 'd', order);
  expect(chosenOf(forwards, order)).toEqual(['b', 'c', 'd']);
  expect(chosenOf(extend(forwards, 'a', order), order)).toEqual(['a', 'b', 'c', 'd']);
});

it('begins a range anew when its start is out of sight', () => {
  const filtered = ['c', 'd'];
  const selection = extend(toggle(nothingChosen, 'a'), 'd', filtered);
  expect(chosenOf(selection, filtered)).toEqual(['d']);
});

it('chooses all that is shown, and its opposite', () => {
  expect(chosenOf(chooseAll(nothingChosen, order), order)).toEqual(order);
  expect(chosenOf(invert(toggle(nothingChosen, 'c'), order), order)).toEqual(['a', 'b', 'd', 'e']);
  expect(chosenOf(toggle(toggle(nothingChosen, 'c'), 'c'), order)).toEqual([]);
});

it('acts on nothing that a filter hides', () => {
  const selection = chooseAll(nothingChosen, order);
  expect(chosenOf(selection, ['b', 'x'])).toEqual(['b']);
});
