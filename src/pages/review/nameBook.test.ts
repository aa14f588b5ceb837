import { expect, it } from 'vitest';
import { snapshotOf } from '../../../tests/fixtures/queueSnapshot.ts';
import { defaultSettings } from '../../core/settings/surveySettings.ts';
import { KeySettings } from './keySettings.svelte.ts';
import { NameBook } from './nameBook.svelte.ts';

it('finds the species that are expected, before anybody named one', () => {
  const species = { ...defaultSettings.species, checklist: 'Vulpes vulpes = red fox' };
  const snapshot = { ...snapshotOf([]), settings: { ...defaultSettings, species } };
  const names = new NameBook(() => snapshot, new KeySettings());
  expect(names.search.find('vulp').map(({ scientificName }) => scientificName)).toEqual(['Vulpes vulpes']);
});
