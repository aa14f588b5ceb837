import * as v from 'valibot';
import { oneOf, packPath, text } from './fieldRules.ts';

const role = oneOf(['blank', 'animal', 'person', 'vehicle', 'other']);

const label = v.looseObject(
  {
    name: text,
    role,
    commonName: v.exactOptional(text),
    taxon: v.exactOptional(text),
  },
  'must be an object with "name" and "role".',
);

/** The model's classes, in the order of its outputs. */
export const labelRules = v.pipe(
  v.array(label, "must be a list of labels, in the order of the model's outputs, or names numbered from 0."),
  v.minLength(1, 'must hold at least one label.'),
  v.checkItems(
    ({ name }, index, labels) => labels.findIndex((other) => other.name === name) === index,
    'has the name of an earlier label; every label needs its own.',
  ),
);

/** A text file of the pack that holds the labels instead, one per line. */
export const labelFileRules = v.looseObject({
  path: packPath,
  format: oneOf(['lines', 'speciesnet', 'json']),
  role,
  roles: v.exactOptional(v.record(text, role, 'must be an object from label to role.')),
});

export type ModelLabel = v.InferOutput<typeof label>;
export type LabelFile = v.InferOutput<typeof labelFileRules>;
