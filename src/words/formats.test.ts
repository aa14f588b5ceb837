import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatsOf } from './formats.ts';

const formats = formatsOf('en');

it('two shares have as many digits as tell them apart, and no more', () => {
  expect(formats.percentsApart(0.58, 0.9)).toEqual(['58%', '90%']);
  expect(formats.percentsApart(0.8996, 0.9)).toEqual(['89.96%', '90%']);
  expect(formats.percentsApart(0.9, 0.9)).toEqual(['90%', '90%']);
});

it('a score under what is needed never looks like enough', () => {
  const share = fc.integer({ min: 0, max: 1e9 }).map((part) => part / 1e9);
  fc.assert(
    fc.property(share, share, (one, other) => {
      const [first, second] = formats.percentsApart(one, other);
      expect(first === second).toBe(one === other);
    }),
  );
});
