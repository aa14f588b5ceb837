import * as v from 'valibot';
import { parseTruth } from '../../insight/evaluation/truthTable.ts';
import { failureTexts, type FailureCode } from '../../files/failure.ts';
import { labelRules } from '../../models/manifest/labelRules.ts';
import { manifestRules } from '../../models/manifest/manifestRules.ts';
import { lifeStages, sexes } from '../../taxa/observation.ts';
import { recipeRules } from '../../decisions/recipes/recipeRules.ts';
import { checkSetting } from '../../settings/soundSettings.ts';
import { parseCivil } from '../../time/civilShift.ts';
import { parseUtcOffset } from '../../time/utcOffset.ts';
import { parseCsv } from '../../files/csv.ts';

const text = v.pipe(v.string(), v.nonEmpty());
const finite = v.pipe(v.number(), v.finite());
const natural = v.pipe(finite, v.minValue(0));

/** A moment that can be ordered and written down again. */
const moment = v.pipe(
  v.string(),
  v.check((at) => !Number.isNaN(Date.parse(at))),
);

/** A path inside what was dropped: no way out of it, and no folder without a name. */
const path = v.pipe(
  text,
  v.check((written) => written.split('/').every((part) => part !== '' && part !== '.' && part !== '..')),
);

const photoKey = v.pipe(v.string(), v.regex(/^(?:content|path|lost):./s));

const captureTime = v.object({
  civil: v.pipe(
    v.string(),
    v.check((civil) => parseCivil(civil) !== null),
  ),
  subsecond: v.nullable(v.pipe(v.string(), v.regex(/^\d+$/))),
  offset: v.nullable(
    v.pipe(
      v.string(),
      v.check((offset) => parseUtcOffset(offset) !== null),
    ),
  ),
  source: v.picklist(['exif', 'filename', 'modified']),
});

const burst = v.object({
  number: finite,
  of: finite,
  event: finite,
  trigger: v.nullable(v.picklist(['motion', 'time-lapse', 'external-sensor', 'point-and-shoot'])),
});

const metadata = v.object({
  captureTime: v.nullable(captureTime),
  make: v.nullable(v.string()),
  model: v.nullable(v.string()),
  serial: v.nullable(v.string()),
  orientation: v.picklist([1, 2, 3, 4, 5, 6, 7, 8]),
  width: v.nullable(natural),
  height: v.nullable(natural),
  latitude: v.nullable(v.pipe(finite, v.minValue(-90), v.maxValue(90))),
  longitude: v.nullable(v.pipe(finite, v.minValue(-180), v.maxValue(180))),
  burst: v.exactOptional(v.nullable(burst)),
});

const photo = v.object({
  key: photoKey,
  paths: v.pipe(v.array(path), v.nonEmpty()),
  status: v.picklist(['pending', 'done', 'failed']),
  size: v.nullable(natural),
  modifiedAt: v.nullable(finite),
  metadata: v.nullable(metadata),
  failure: v.nullable(
    v.object({ code: v.picklist(Object.keys(failureTexts) as FailureCode[]), detail: v.string() }),
  ),
  edgeKey: v.exactOptional(text),
  damage: v.exactOptional(v.object({ below: v.nullable(v.pipe(finite, v.minValue(0), v.maxValue(1))) })),
});

const observation = v.object({
  role: v.picklist(['animal', 'person', 'vehicle', 'blank', 'unknown']),
  taxon: v.nullable(
    v.object({
      taxon: v.nullable(v.string()),
      scientificName: text,
      commonName: v.nullable(v.string()),
    }),
  ),
  count: v.nullable(v.pipe(finite, v.minValue(1))),
  lifeStage: v.nullable(v.picklist(lifeStages)),
  sex: v.nullable(v.picklist(sexes)),
  behaviour: v.nullable(v.string()),
  box: v.nullable(v.object({ x: finite, y: finite, width: finite, height: finite })),
});

const statement = v.variant('kind', [
  v.object({ kind: v.literal('observations'), observations: v.array(observation) }),
  v.object({
    kind: v.literal('event'),
    observations: v.nullable(v.array(observation)),
    asOf: moment,
  }),
  v.object({
    kind: v.literal('gate'),
    verdict: v.picklist(['hold', 'release', 'withdraw']),
    signedOff: v.array(v.string()),
  }),
  v.object({ kind: v.literal('star'), starred: v.boolean() }),
  v.object({ kind: v.literal('note'), text: v.string() }),
  v.object({
    kind: v.literal('repeat-detection'),
    suspectKey: v.string(),
    confirmed: v.nullable(v.boolean()),
  }),
  v.object({ kind: v.literal('undo'), reviewId: text }),
]);

const review = v.object({
  id: text,
  by: v.string(),
  at: moment,
  saidAt: v.exactOptional(moment),
  order: finite,
  photos: v.array(photoKey),
  statement,
});

/** Base64 (RFC 4648, section 4) of so many bytes, or a multiple of them. */
const numbers = (bytes: number) =>
  v.pipe(
    v.string(),
    v.regex(/^[A-Za-z0-9+/]*={0,2}$/),
    v.check((encoded) => bytesIn(encoded) % bytes === 0),
  );

function bytesIn(encoded: string): number {
  return Math.floor((encoded.replace(/=+$/, '').length * 3) / 4);
}

const named = { contentKey: text, modelHash: text };

const cropOutput = v.pipe(
  v.object({ ...named, cropBoxes: numbers(16), cropScores: numbers(4) }),
  v.check(({ cropBoxes, cropScores }) => bytesIn(cropBoxes) > 0 || bytesIn(cropScores) === 0),
);

const wholeOutput = v.pipe(
  v.object({
    ...named,
    labels: numbers(2),
    scores: numbers(4),
    boxes: numbers(16),
    labelScores: numbers(4),
    entry: v.exactOptional(text),
  }),
  v.check(({ labels, scores, boxes }) => {
    const count = bytesIn(labels) / 2;
    return bytesIn(scores) === 4 * count && bytesIn(boxes) === 16 * count;
  }),
);

const output = v.lazy((input) =>
  typeof input === 'object' && input !== null && 'cropScores' in input ? cropOutput : wholeOutput,
);

/** The manifest of a model that comes without weights; imported results never have any. */
const manifest = v.looseObject({
  ...manifestRules.entries,
  id: text,
  license: v.string(),
  source: v.string(),
  citation: v.string(),
  description: v.string(),
  files: v.array(v.looseObject({ path: text, kind: text, sha256: v.string() })),
  labels: labelRules,
});

const model = v.object({ hash: text, manifest });

/** Checks a recipe that names its models by their hashes, by the rules of a recipe file. */
const recipe = v.pipe(
  v.custom<Record<string, unknown>>(isRecord),
  v.check((resolved) => {
    const named = Object.entries(resolved).map(([name, value]) => [name, asReference(name, value)]);
    const asFile = { ...(Object.fromEntries(named) as Record<string, unknown>), id: 'recipe' };
    return v.is(recipeRules, asFile) && v.is(text, resolved['id']);
  }),
);

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asReference(name: string, value: unknown): unknown {
  const one = (hash: unknown): unknown => (typeof hash === 'string' ? { hash } : null);
  if (name === 'classifiers' || name === 'models') return Array.isArray(value) ? value.map(one) : null;
  return ['model', 'detector', 'gate', 'species'].includes(name) ? one(value) : value;
}

function canBeRead(csv: string): boolean {
  try {
    parseTruth(parseCsv(csv));
    return true;
  } catch {
    return false;
  }
}

/** What a person can change besides the settings. */
const valueRules: Partial<Record<string, v.GenericSchema>> = {
  name: v.pipe(v.string(), v.nonEmpty(), v.maxLength(1000)),
  recipe,
  speciesFacts: v.object({
    columns: v.array(v.string()),
    rows: v.record(v.string(), v.array(v.string())),
  }),
  truthTable: v.pipe(v.string(), v.check(canBeRead)),
};

const dated = v.object({ name: text, value: v.unknown(), at: moment });

const lineRules: Partial<Record<string, v.GenericSchema>> = { photo, review, output, model, value: dated };

/** A line that was checked: what it is and what it holds; null for one that this version does not know. */
export type CheckedLine = { kind: string; content: unknown } | null;

/** Where a line is not as it should be: its kind, and the field in it. */
export class OddLineError extends Error {}

function odd(kind: string, field: string): OddLineError {
  return new OddLineError(field === '' ? kind : `${kind}: ${field}`);
}

function checked(rules: v.GenericSchema, kind: string, content: unknown, field: readonly string[]): unknown {
  const result = v.safeParse(rules, content);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw odd(kind, [...field, ...(issue.path ?? []).map(({ key }) => String(key))].join('.'));
}

function checkValue(content: unknown): CheckedLine {
  const line = checked(dated, 'value', content, []) as v.InferOutput<typeof dated>;
  const { name, value } = line;
  const kind = 'value';
  if (name.startsWith('settings.')) {
    const setting = checkSetting(name.slice('settings.'.length), value);
    if (setting === null) return null;
    if (!setting.sound) throw odd('setting', setting.part);
    return { kind, content: { ...line, value: setting.value } };
  }
  const isNote = name.startsWith('speciesNotes.') && !name.endsWith('.__proto__');
  const rules = isNote ? v.string() : Object.hasOwn(valueRules, name) ? valueRules[name] : undefined;
  return rules ? { kind, content: { ...line, value: checked(rules, kind, value, [name]) } } : null;
}

/**
 * Checks one line of a project file, parsed, before anything is made of it.
 *
 * @throws OddLineError that says where it is not as it should be
 */
export function checkLine(entry: Readonly<Record<string, unknown>>): CheckedLine {
  const kind = Object.keys(lineRules).find((name) => Object.hasOwn(entry, name));
  const rules = kind === undefined ? undefined : lineRules[kind];
  if (kind === undefined || !rules) return null;
  return kind === 'value'
    ? checkValue(entry[kind])
    : { kind, content: checked(rules, kind, entry[kind], []) };
}
