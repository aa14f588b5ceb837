import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defaultBindings, reviewActionNames } from '../../pages/review/reviewActions.ts';
import {
  actionOf,
  bindKeys,
  formatBindings,
  freeLetters,
  keyConflicts,
  parseBindings,
} from './keyBindings.ts';

it('begins without conflicts, and with letters left for species', () => {
  expect(keyConflicts(defaultBindings)).toEqual([]);
  expect(freeLetters(defaultBindings).length).toBeGreaterThanOrEqual(15);
});

it('finds two actions on one key', () => {
  const bindings = bindKeys(defaultBindings, 'star', ['p']);
  expect(keyConflicts(bindings)).toEqual([{ stroke: 'p', actions: ['person', 'star'] }]);
  expect(actionOf(bindings, 'p')).toBe('person');
});

it('switches off single characters, and leaves the others', () => {
  const quiet = { ...defaultBindings, singleKeys: false };
  expect(actionOf(quiet, 'p')).toBeNull();
  expect(actionOf(quiet, 'Shift+A')).toBeNull();
  expect(actionOf(quiet, 'Enter')).toBe('accept');
  expect(actionOf(quiet, 'Ctrl+z')).toBe('undo');
});

it('comes back as it was kept', () => {
  const stroke = fc.constantFrom('a', 'Shift+A', 'Enter', 'F2', '?', 'Ctrl+k');
  const changes = fc.array(fc.tuple(fc.constantFrom(...reviewActionNames), fc.uniqueArray(stroke)));
  fc.assert(
    fc.property(changes, fc.boolean(), (changed, singleKeys) => {
      let bindings = { ...defaultBindings, singleKeys };
      for (const [action, keys] of changed) bindings = bindKeys(bindings, action, keys);
      expect(parseBindings(formatBindings(bindings, defaultBindings), defaultBindings)).toEqual(bindings);
    }),
  );
});

it('has the first keys where what was kept cannot be read', () => {
  for (const text of [null, '', '{', '7', '{"keys":{"fly":["f"],"star":7}}']) {
    expect(parseBindings(text, defaultBindings)).toEqual(defaultBindings);
  }
  fc.assert(
    fc.property(fc.string(), (text) => keyConflicts(parseBindings(text, defaultBindings)).length === 0),
  );
});
