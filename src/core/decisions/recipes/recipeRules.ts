import * as v from 'valibot';
import { chosenBy, finite, oneOf, share, text } from '../../models/manifest/fieldRules.ts';
import { ensembleRules } from '../ensemble.ts';

/** Which model a recipe means. The page finds it by `id` or `hash`; `path` says where beside the file the pack lies. */
export const referenceRules = v.pipe(
  v.looseObject(
    {
      id: v.exactOptional(text),
      version: v.exactOptional(text),
      hash: v.exactOptional(text),
      path: v.exactOptional(text),
    },
    'must be an object that names a model, for example { "id": "lookout" }.',
  ),
  v.check(
    ({ id, hash }) => id !== undefined || hash !== undefined,
    'must have the "id" of a pack, as its manifest gives it, or the "hash" under which the app keeps it.',
  ),
);

const common = {
  schemaVersion: v.literal(1, 'must be 1; a higher number needs a newer version of this app.'),
  id: v.pipe(
    text,
    v.regex(/^[a-z0-9][a-z0-9._-]*$/, 'must be lower-case letters, digits, ".", "_" and "-".'),
  ),
  version: text,
  name: text,
  description: v.optional(v.string('must be text, in quotes.'), ''),
};

/** How several classifiers become one list of scores. */
const rule = v.optional(oneOf(ensembleRules), 'mean');

const atLeastOne = v.pipe(
  v.array(referenceRules, 'must be a list of models.'),
  v.minLength(1, 'must name at least one model.'),
);

const places = v.record(
  v.string(),
  v.array(text, 'must be a list of regions; empty for the whole country.'),
  'must be an object from country to regions.',
);

/** SpeciesNet's rules, by taxon. */
const geofence = v.record(
  v.string(),
  v.looseObject(
    { allow: v.exactOptional(places), block: v.exactOptional(places) },
    'must be an object with "allow", "block" or both.',
  ),
  'must be an object from taxon to its rules.',
);

/** As the model's own detector thresholds are, MegaDetector's is 0.2; SpeciesNet overrules it from a blank of 0.99. */
const crops = v.looseObject({
  ...common,
  kind: v.literal('crops'),
  detector: referenceRules,
  classifiers: atLeastOne,
  floor: v.optional(share, 0.2),
  margin: v.optional(
    v.pipe(finite, v.minValue(0, 'must be 0 or more.'), v.maxValue(2, 'must be at most 2.')),
    0,
  ),
  square: v.optional(v.boolean('must be true or false, without quotes.'), false),
  nameFrom: v.optional(share, 0.5),
  blankFrom: v.optional(share, 0.99),
  naming: v.optional(oneOf(['threshold', 'speciesnet']), 'threshold'),
  country: v.exactOptional(
    v.pipe(text, v.regex(/^[A-Z]{3}$/, 'must be the three capital letters of a country, such as "KEN".')),
  ),
  region: v.exactOptional(
    v.pipe(text, v.regex(/^[A-Z]{2}$/, 'must be the two capital letters of a state, such as "CA".')),
  ),
  geofence: v.exactOptional(geofence),
  rule,
});

/** The defaults are Norouzzadeh's for automation: 50 % for empty or animal, 97 % for the species. */
const gated = v.looseObject({
  ...common,
  kind: v.literal('gated'),
  gate: referenceRules,
  species: referenceRules,
  animalFrom: v.optional(share, 0.5),
  nameFrom: v.optional(share, 0.97),
});

const ensemble = v.looseObject({
  ...common,
  kind: v.literal('ensemble'),
  models: v.pipe(
    v.array(referenceRules, 'must be a list of models.'),
    v.minLength(2, 'must name at least two models.'),
  ),
  rule,
});

const single = v.looseObject({ ...common, kind: v.literal('single'), model: referenceRules });

/** A `recipe.json`; see `docs/model-packs.md` for every field. */
export const recipeRules = v.variant(
  'kind',
  [single, crops, gated, ensemble],
  chosenBy('kind', ['single', 'crops', 'gated', 'ensemble']),
);
