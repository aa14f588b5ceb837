import { expect, it } from 'vitest';
import { truthRemarks } from './truthRemarks.ts';

it('says what in a table of truth was not taken for what it says', () => {
  const text = truthRemarks({
    unmatchedTruth: ['gone.jpg'],
    unknownTruthWords: [
      { word: 'emtpy', photos: 3, meant: 'empty' },
      { word: 'bobcat', photos: 1, meant: null },
    ],
  });
  expect(text).toContain('1 photo of the table not found here: gone.jpg');
  expect(text).toContain('"emtpy": did you mean "empty"? (3 photos)');
  expect(text).toContain('counted as an animal of that name: bobcat (1)');
});

it('says nothing of a table that is understood, and does not fill the screen', () => {
  expect(truthRemarks({ unmatchedTruth: [], unknownTruthWords: [] })).toBe('');
  const many = Array.from({ length: 50 }, (_, index) => `${index}.jpg`);
  expect(truthRemarks({ unmatchedTruth: many, unknownTruthWords: [] })).toMatch(/19\.jpg and 30 more\n$/);
});
