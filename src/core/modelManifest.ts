import * as v from 'valibot';

const text = v.pipe(v.string('must be text, in quotes.'), v.trim(), v.minLength(1, 'must not be empty.'));
const finite = v.pipe(v.number('must be a number, without quotes.'), v.finite('must be a finite number.'));
const share = v.pipe(finite, v.minValue(0, 'must be from 0 to 1.'), v.maxValue(1, 'must be from 0 to 1.'));
const count = v.pipe(finite, v.integer('must be a whole number.'), v.minValue(1, 'must be at least 1.'));

function oneOf<const Names extends readonly string[]>(names: Names) {
  return v.picklist(names, `must be one of ${names.map((name) => `"${name}"`).join(', ')}.`);
}

/** The message for an object whose fields depend on one of them. */
function chosenBy(key: string, names: readonly string[]) {
  const known = names.map((name) => `"${name}"`).join(' or ');
  return (issue: v.BaseIssue<unknown>): string =>
    issue.path?.at(-1)?.key === key ? `must be ${known}.` : `must be an object with "${key}": ${known}.`;
}

const channels = v.tuple([finite, finite, finite], 'must be three numbers, one for each colour channel.');

const packPath = v.pipe(
  text,
  v.check(
    (path) => !/^[/\\]|^[a-z]:|\\/i.test(path) && !path.split('/').includes('..'),
    'must be a path inside the pack: relative, with "/" and without "..".',
  ),
);

const file = v.looseObject({
  path: packPath,
  kind: oneOf(['model', 'labels', 'license', 'card']),
  bytes: count,
  sha256: v.pipe(text, v.regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hex digits; see `sha256sum`.')),
});

const resize = v.variant(
  'mode',
  [
    v.looseObject({
      mode: v.literal('letterbox'),
      align: oneOf(['center', 'corner']),
      padValue: v.pipe(
        finite,
        v.minValue(0, 'must be from 0 to 255.'),
        v.maxValue(255, 'must be from 0 to 255.'),
      ),
    }),
    v.looseObject({ mode: v.literal('stretch') }),
  ],
  chosenBy('mode', ['letterbox', 'stretch']),
);

const input = v.looseObject({
  name: text,
  layout: oneOf(['NCHW', 'NHWC']),
  type: oneOf(['float32']),
  width: count,
  height: count,
  colorOrder: oneOf(['RGB', 'BGR']),
  range: v.pipe(
    v.tuple([finite, finite], 'must be two numbers: what black and white become, for example [0, 1].'),
    v.check(([black, white]) => black < white, 'must go from the lower to the higher number.'),
  ),
  mean: channels,
  std: v.pipe(
    channels,
    v.check((values) => values.every((value) => value > 0), 'must be above 0; use [1, 1, 1] for none.'),
  ),
  resize,
  interpolation: oneOf(['bilinear']),
  antialias: v.boolean('must be true or false, without quotes.'),
});

const detectorOutput = v.looseObject({
  name: text,
  decoder: v.literal('yolov8'),
  nmsIou: share,
  scoreFloor: share,
  maxDetections: count,
});

const classifierOutput = v.looseObject({
  name: text,
  decoder: v.literal('classifier'),
  activation: oneOf(['softmax', 'sigmoid', 'none']),
});

const output = v.variant(
  'decoder',
  [detectorOutput, classifierOutput],
  chosenBy('decoder', ['yolov8', 'classifier']),
);

const label = v.looseObject({
  name: text,
  role: oneOf(['blank', 'animal', 'person', 'vehicle', 'other']),
  commonName: v.exactOptional(text),
  taxon: v.exactOptional(text),
});

const threshold = v.looseObject({ typical: share, conservative: share });

const manifest = v.looseObject({
  schemaVersion: v.literal(1, 'must be 1; a higher number needs a newer version of this app.'),
  id: v.pipe(
    text,
    v.regex(/^[a-z0-9][a-z0-9._-]*$/, 'must be lower-case letters, digits, ".", "_" and "-".'),
  ),
  version: text,
  name: text,
  license: text,
  source: text,
  citation: text,
  description: text,
  files: v.pipe(
    v.array(file, 'must be a list of files.'),
    v.check(
      (files) => files.filter(({ kind }) => kind === 'model').length === 1,
      'must hold exactly one file of kind "model".',
    ),
  ),
  task: oneOf(['detector', 'classifier']),
  input,
  output,
  labels: v.pipe(
    v.array(label, "must be a list of labels, in the order of the model's outputs."),
    v.minLength(1, 'must hold at least one label.'),
    v.checkItems(
      ({ name }, index, labels) => labels.findIndex((other) => other.name === name) === index,
      'has the name of an earlier label; every label needs its own.',
    ),
  ),
  thresholds: v.looseObject({ animal: threshold, person: threshold, vehicle: threshold, measuredOn: text }),
  runtime: v.looseObject({
    preferred: v.pipe(
      v.array(oneOf(['wasm', 'webgpu']), 'must be a list of runtimes, best first.'),
      v.minLength(1, 'must name at least one runtime.'),
    ),
    notes: v.string('must be text, in quotes.'),
  }),
});

/** What a model is and how to run it: the `manifest.json` of a model pack. Keys this version does not know are kept. */
export type ModelManifest = v.InferOutput<typeof manifest>;
export type ModelInput = ModelManifest['input'];
export type ModelOutput = ModelManifest['output'];
export type ModelLabel = ModelManifest['labels'][number];

/** A manifest that cannot be used; its message holds one line per problem, each with the field and the remedy. */
export class ModelManifestError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The model's manifest.json cannot be used:\n${problems.join('\n')}`);
    this.name = 'ModelManifestError';
    this.problems = problems;
  }
}

/** `labels[2].name`, as a person would look for it in the file. */
function fieldOf(issue: v.BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map(({ key }) =>
    typeof key === 'number' ? `[${key}]` : `.${String(key)}`,
  );
  return keys.join('').replace(/^\./, '');
}

function problemOf(issue: v.BaseIssue<unknown>): string {
  const field = fieldOf(issue);
  if (field === '') return 'The file must hold one JSON object, in braces.';
  const isMissing = issue.input === undefined && issue.type !== 'check';
  return isMissing ? `"${field}" is missing. Add it.` : `"${field}" ${issue.message}`;
}

/**
 * Checks a parsed `manifest.json`.
 *
 * @throws ModelManifestError that lists every problem
 */
export function parseModelManifest(value: unknown): ModelManifest {
  const result = v.safeParse(manifest, value);
  if (!result.success) throw new ModelManifestError(result.issues.map(problemOf));
  const { task, output } = result.output;
  const fitting = output.decoder === 'classifier' ? 'classifier' : 'detector';
  if (task !== fitting) {
    throw new ModelManifestError([
      `"task" is "${task}", but "output.decoder" is "${output.decoder}", which is for a ${fitting}. Change one of them.`,
    ]);
  }
  return result.output;
}
