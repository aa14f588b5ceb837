import type { EnsembleRule } from '../ensemble.ts';
import { parseRecipe } from './parseRecipe.ts';
import type { CropNamingKind, Recipe } from './recipe.ts';

/** The ways in which a person can put models together. */
export const formKinds = ['crops', 'gated', 'ensemble'] as const;

/** What a person chose; models by their hashes. */
export interface RecipeForm {
  kind: (typeof formKinds)[number];
  name: string;
  /** The detector, or the gate; not asked for an ensemble. */
  first: string;
  /** The classifiers; for a gate only the first of them. */
  others: string[];
  rule: EnsembleRule;
  /** How a detector's boxes get their names. */
  naming: CropNamingKind;
}

/** A name as an id: lower-case letters, digits and hyphens. */
function idOf(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'recipe';
}

/** The recipe of a filled form, with the default thresholds. @throws RecipeError for what is missing */
export function recipeFromForm({ kind, name, first, others, rule, naming }: RecipeForm): Recipe {
  const head = { schemaVersion: 1, id: idOf(name), version: '1', name: name.trim() || 'Recipe', kind };
  const one = (hash: string | undefined): object | undefined => (hash ? { hash } : undefined);
  const all = others.map((hash) => ({ hash }));
  switch (kind) {
    case 'crops':
      return parseRecipe({ ...head, detector: one(first), classifiers: all, rule, naming });
    case 'gated':
      return parseRecipe({ ...head, gate: one(first), species: one(others[0]) });
    case 'ensemble':
      return parseRecipe({ ...head, models: all, rule });
  }
}
