import type { ModelLabel } from '../../models/manifest/modelManifest.ts';

/** A label and its score. */
export interface ScoredLabel {
  label: ModelLabel;
  /** 0-1. */
  score: number;
}

/** The one answer for a whole photo that some recipes give, besides what they say of each box. */
export interface RecipeAnswer {
  /** null where nothing can be told. */
  label: ModelLabel | null;
  /** 0-1. */
  score: number;
  /** Which model or rule it is from, as SpeciesNet words it: `detector`, `classifier+rollup_to_genus`. */
  source: string;
  /** What the classifier thought likeliest, best first. */
  top: readonly ScoredLabel[];
}
