import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatView, parseView, wholeQueue, type QueueView } from './filterAddress.ts';
import { sortOrders } from './sortOrder.ts';

const name = fc.string({ minLength: 1, unit: 'grapheme' });
const names = fc.uniqueArray(name, { maxLength: 3 });
const date = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const share = fc.nat(100).map((hundredths) => hundredths / 100);

const view: fc.Arbitrary<QueueView> = fc.record({
  filter: fc.record({
    facets: fc.record({
      label: names,
      camera: names,
      state: names,
      gate: names,
      review: names,
      mark: names,
      failure: names,
    }),
    from: fc.option(date, { nil: null }),
    to: fc.option(date, { nil: null }),
    hours: fc.option(fc.tuple(fc.nat(23), fc.nat(23)), { nil: null }),
    score: fc.option(
      fc.tuple(share, share).map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const),
      { nil: null },
    ),
    text: fc.string({ unit: 'grapheme' }),
  }),
  sort: fc.constantFrom(...sortOrders),
});

it('comes back from the address as it was', () => {
  fc.assert(
    fc.property(view, (one) => {
      expect(parseView(formatView(one))).toEqual(one);
    }),
  );
});

it('is a plain address for the whole queue, and readable for others', () => {
  expect(formatView(wholeQueue)).toBe('');
  const night = {
    ...wholeQueue,
    filter: { ...wholeQueue.filter, hours: [20, 5] as const, text: 'red fox' },
  };
  expect(formatView(night)).toBe('hours=20-5&text=red%20fox');
});

it('leaves out what it cannot read', () => {
  const broken = 'from=yesterday&hours=25-3&score=0.9-0.1&sort=colour&label=%E0%A4%A&nothing&x=1&label=fox';
  expect(parseView(broken)).toEqual({
    ...wholeQueue,
    filter: { ...wholeQueue.filter, facets: { ...wholeQueue.filter.facets, label: ['fox'] } },
  });
});

it('never fails on any text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(parseView(formatView(parseView(text)))).toEqual(parseView(text));
    }),
  );
});
