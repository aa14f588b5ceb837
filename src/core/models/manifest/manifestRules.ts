import * as v from 'valibot';
import { count, oneOf, packPath, share, text } from './fieldRules.ts';
import { inputRules } from './inputRules.ts';
import { labelFileRules, labelRules } from './labelRules.ts';
import { outputRules } from './outputRules.ts';

const sha256 = v.pipe(
  text,
  v.toLowerCase(),
  v.regex(/^[0-9a-f]{64}$/, 'must be 64 hex digits; see `sha256sum`.'),
);

const fileKind = oneOf(['model', 'data', 'labels', 'license', 'card']);

const file = v.looseObject({
  path: packPath,
  kind: fileKind,
  bytes: count,
  sha256,
  // False where the hash is that of the file that was found, because the pack did not say.
  verified: v.exactOptional(v.boolean('must be true or false, without quotes.')),
});

const draftFile = v.pipe(
  v.looseObject({ path: packPath, kind: fileKind, bytes: v.nullable(count), sha256: v.nullable(sha256) }),
  v.check(
    ({ kind, bytes, sha256: hash }) => kind === 'model' || (bytes !== null && hash !== null),
    'must have "bytes" and "sha256"; only those of the model may be left open (null).',
  ),
);

/** The rule that a list of files holds one model. */
function oneModel<Files extends { kind: string }[]>() {
  return v.check<Files, string>(
    (files) => files.filter(({ kind }) => kind === 'model').length === 1,
    'must hold exactly one file of kind "model".',
  );
}

const threshold = v.looseObject({ typical: share, conservative: share });

const entries = {
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
  task: oneOf(['detector', 'classifier']),
  input: inputRules,
  output: outputRules,
  thresholds: v.looseObject({ animal: threshold, person: threshold, vehicle: threshold, measuredOn: text }),
  runtime: v.looseObject({
    preferred: v.pipe(
      v.array(oneOf(['wasm', 'webgpu']), 'must be a list of runtimes, best first.'),
      v.minLength(1, 'must name at least one runtime.'),
    ),
    notes: v.string('must be text, in quotes.'),
    // How far scores on the graphics processor may be from WASM's.
    tolerance: v.exactOptional(share),
  }),
};

/** A manifest with nothing left open. */
export const manifestRules = v.looseObject({
  ...entries,
  files: v.pipe(v.array(file, 'must be a list of files.'), oneModel()),
  labels: labelRules,
});

/** A manifest that may leave to its files what they say themselves. */
export const draftRules = v.looseObject({
  ...entries,
  files: v.pipe(v.array(draftFile, 'must be a list of files.'), oneModel()),
  labels: v.exactOptional(labelRules),
  labelFile: v.exactOptional(labelFileRules),
});
