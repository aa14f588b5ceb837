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
const undo = fc.record({ kind: fc.constant('undo'), tab, yes });
const redo = fc.record({ kind: fc.constant('redo'), tab, yes });
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
  model: fc.constantFrom('kinds', 'kinds', 'boxes', 'walkers', 'imported'),
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
  ...[
    drop,
    review,
    hold,
    release,
    undo,
    redo,
    results,
    merge,
    save,
    model,
    setting,
    settingBack,
    reload,
    share,
  ],
);
const anyWord = fc.oneof(review, hold, release);
const anyArrival = fc.oneof(drop, results, merge, model, setting);
const anyLook = fc.oneof(reload, share);

const nothing = fc.constant(null);
const maybe = <One>(one: fc.Arbitrary<One>) => fc.oneof(one, nothing);

/** Words, some of them taken back, and of these some that hold again. */
const anyTalk = fc.tuple(
  ...[anyWord, maybe(anyWord), maybe(undo), maybe(undo), maybe(redo), maybe(anyArrival), maybe(anyLook)],
);

/** Photos that are sifted with another model, and perhaps nobody who knows people has seen. */
const anyUnseen = fc.tuple(model, drop, maybe(anyWord), share);

/** What goes wrong goes wrong between things: each bout has some that bear on each other. */
const anyBout = fc.oneof({ weight: 3, arbitrary: anyTalk }, { weight: 1, arbitrary: anyUnseen });

/** What is done in a season, from the first photos on: bouts among single steps, in two tabs more often than in one. */
export const anySeason = fc
  .tuple(
    drop,
    maybe(secondTab),
    fc.array(fc.oneof(anyBout, fc.tuple(anyStep)), { minLength: 1, maxLength: 3 }),
  )
  .map(([first, second, rest]) =>
    [first, second, ...rest.flat()].filter((step): step is Step => step !== null),
  );

type ValueOf<Of> = Of extends fc.Arbitrary<infer One> ? One : never;
export type Step = ValueOf<typeof anyStep> | ValueOf<typeof secondTab>;
