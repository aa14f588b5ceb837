import fc from 'fast-check';
import type { ObservedRole } from '../../src/core/taxa/observation.ts';
import { formats, type ExportTarget } from '../../src/core/exchange/formats.ts';
import { contents } from '../fixtures/knownContents.ts';

const tab = fc.nat(1);
const content = fc.constantFrom(...contents);
const yes = fc.boolean();

const anyDrop = fc.record({
  folder: fc.constantFrom('DCIM', 'A', 'Zoo'),
  inner: fc.constantFrom('', 'card/'),
  prefix: fc.constantFrom('a', 'm', 'z'),
  contents: fc.subarray(contents, { minLength: 1 }),
  twice: fc.boolean(),
  late: fc.constantFrom(0, 0, 30, 86_400),
});

/** Targets that carry pictures, or have originals copied. */
export const showing = formats.flatMap(({ name, showsPhotos }): ExportTarget[] =>
  showsPhotos ? [name] : [],
);

/** What somebody elsewhere may have said. */
const anyStatement = fc.constantFrom('person', 'animal', 'hold', 'release', 'undo');

/** What is done next, by plain values. */
export const anyStep = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('drop'), tab, drop: anyDrop }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('review'),
      tab,
      content,
      role: fc.constantFrom<ObservedRole>('person', 'animal', 'blank'),
      isOfPhoto: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('hold'), tab, content }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('release'),
      tab,
      content,
      how: fc.constantFrom('opened', 'chosen', 'all'),
      answer: fc.constantFrom('all', 'all', 'some', 'none'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('undo', 'redo'), tab, yes }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('import'),
      tab,
      version: fc.constantFrom('5', '6'),
      scores: fc.array(fc.tuple(content, fc.constantFrom(0.97, 0.01, NaN, null)), {
        minLength: 1,
        maxLength: 4,
      }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('merge'),
      tab,
      of: fc.subarray(contents, { minLength: 1 }),
      said: fc.array(fc.tuple(anyStatement, content), { maxLength: 3 }),
      person: fc.constantFrom(undefined, null, 0.2, 0.99, 5),
      isLater: fc.boolean(),
      lies: fc.boolean(),
      yes,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('save', 'bring back'), tab, yes }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('model'),
      tab,
      model: fc.constantFrom('boxes', 'walkers', 'kinds', 'imported'),
      yes,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('setting'),
      tab,
      change: fc.constantFrom<[string, string]>(
        ['gate.person', '0.2'],
        ['gate.person', '0.99'],
        ['gate.person', '0.05'],
        ['gap', '0'],
        ['gap', '3000'],
        ['person', '0.99'],
        ['gate.neighbours', '30'],
      ),
      yes,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('setting back'), tab, yes }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('second tab') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reload'), tab }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('share'),
      tab,
      target: fc.constantFrom(...showing),
      people: fc.constantFrom<'cover' | 'leave-out'>('cover', 'leave-out'),
      isZip: fc.boolean(),
      hold: fc.option(fc.record({ after: fc.nat(4), tab, content }), { nil: null }),
    }),
  },
);
export type Step = typeof anyStep extends fc.Arbitrary<infer One> ? One : never;
