import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sortPlaces } from './sortPlaces.ts';

it('sorts members by their numbers, and equal ones by themselves', () => {
  const number = fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(-0, 0, 1));
  fc.assert(
    fc.property(fc.array(number), fc.integer(), (numbers, seed) => {
      const shuffled = [...numbers.keys()].sort(
        (left, right) => ((left * 7919 + seed) % 31) - ((right * 7919 + seed) % 31) || left - right,
      );
      const members = Uint32Array.from(shuffled);
      sortPlaces(
        members,
        Float64Array.from(shuffled, (member) => numbers[member] ?? 0),
      );
      const expected = [...numbers.keys()].sort((left, right) => {
        const [one = 0, other = 0] = [numbers[left], numbers[right]];
        return one === other ? left - right : one < other ? -1 : 1;
      });
      expect([...members]).toEqual(expected);
    }),
  );
});
