import fc from 'fast-check';
import type { ObservedRole } from '../../src/core/taxa/observation.ts';
import { formats, type ExportTarget } from '../../src/core/exchange/formats.ts';
import { contents } from '../fixtures/knownContents.ts';

const tab = fc.nat(1);
/** Those with people somewhere in them are reached for more often. */
const content = fc.constantFrom(...contents, 'walker' as const, 'hidden' as const, 'rider' as const);
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

const drop = fc.record({ kind: fc.constant('drop'), tab, drop: anyDrop });
const review = fc.record({
  kind: fc.constant('review'),
  tab,
  content,
  role: fc.constantFrom<ObservedRole>('person', 'animal', 'blank'),
  isOfPhoto: fc.boolean(),
});
const hold = fc.record({ kind: fc.constant('hold'), tab, content });
const release = fc.record({
  kind: fc.constant('release'),
  tab,
  content,
  how: fc.constantFrom('opened', 'chosen', 'all'),
  answer: fc.constantFrom('all', 'all', 'some', 'none'),
});
const undo = fc.record({ kind: fc.constantFrom('undo', 'undo', 'redo'), tab, yes });
const results = fc.record({
  kind: fc.constant('import'),
  tab,
  version: fc.constantFrom('5', '6'),
  scores: fc.array(fc.tuple(content, fc.constantFrom(0.97, 0.01, NaN, null)), {
    minLength: 1,
    maxLength: 4,
  }),
});
const merge = fc.record({
  kind: fc.constant('merge'),
  tab,
  of: fc.subarray(contents, { minLength: 1 }),
  said: fc.array(fc.tuple(anyStatement, content), { maxLength: 3 }),
  person: fc.constantFrom(undefined, null, 0.2, 0.99, 5),
  isLater: fc.boolean(),
  lies: fc.boolean(),
  yes,
});
const save = fc.record({ kind: fc.constantFrom('save', 'bring back'), tab, yes });
const model = fc.record({
  kind: fc.constant('model'),
  tab,
  model: fc.constantFrom('boxes', 'walkers', 'kinds', 'imported'),
  yes,
});
const setting = fc.record({
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
});
const settingBack = fc.record({ kind: fc.constant('setting back'), tab, yes });
const secondTab = fc.record({ kind: fc.constant('second tab') });
const reload = fc.record({ kind: fc.constant('reload'), tab });
const share = fc.record({
  kind: fc.constant('share'),
  tab,
  target: fc.constantFrom(...showing),
  people: fc.constantFrom<'cover' | 'leave-out'>('cover', 'leave-out'),
  isZip: fc.boolean(),
  hold: fc.option(fc.record({ after: fc.nat(4), tab, content }), { nil: null, freq: 3 }),
});

/** What is done next, by plain values. */
const anyStep = fc.oneof(
  ...[drop, review, hold, release, undo, results, merge, save, model, setting, settingBack, reload, share],
);
const anyWord = fc.oneof(review, hold, release);
const anyArrival = fc.oneof(drop, results, merge, model, setting);
const anyLook = fc.oneof(reload, share);

/** What goes wrong goes wrong between things: a word, perhaps taken back, that something arrives after, and a look. */
const anyBout = fc
  .tuple(
    anyWord,
    fc.array(undo, { maxLength: 2 }),
    fc.option(anyArrival, { nil: null, freq: 2 }),
    fc.option(anyLook, { nil: null, freq: 3 }),
  )
  .map(([word, undos, arrival, look]) => [word, ...undos, ...[arrival, look].filter((one) => one !== null)]);

/** What is done in a season, from the first photos on: bouts among single steps, in two tabs more often than in one. */
export const anySeason = fc
  .tuple(
    drop,
    fc.option(secondTab, { nil: null, freq: 2 }),
    fc.array(fc.oneof(anyBout, fc.tuple(anyStep)), { minLength: 1, maxLength: 4 }),
  )
  .map(([first, second, rest]): Step[] => [first, ...(second ? [second] : []), ...rest.flat()]);

type ValueOf<Of> = Of extends fc.Arbitrary<infer One> ? One : never;
export type Step = ValueOf<typeof anyStep> | ValueOf<typeof secondTab>;
