import { expect, it } from 'vitest';
import { refusalText } from './exportTexts.ts';

it('a name that turns the direction of text does not turn the sentence around it', () => {
  const text = refusalText({
    reason: 'no-coordinates',
    deployments: ['Ridge \u202etxet', '\u2069\u202ea', 'b', 'c'],
  });
  expect(text).toContain('“Ridge txet”, “a”, “b” and 1 more');
  expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
});
