import type * as v from 'valibot';
import type { EnsembleRule } from '../ensemble.ts';
import type { Geofence } from '../../taxa/geofence.ts';
import type { referenceRules } from './recipeRules.ts';

/** How a recipe file names a model. */
export type ModelReference = v.InferOutput<typeof referenceRules>;

/** One model alone. */
export interface SingleRecipe<Model> {
  kind: 'single';
  model: Model;
}

/**
 * How a box gets its name: by the classifiers' top label from a threshold, or by the rules of SpeciesNet's ensemble,
 * which weigh the detector against the classifier and roll up to a wider taxon where no label alone can be believed.
 */
export const cropNamings = ['threshold', 'speciesnet'] as const;

export type CropNamingKind = (typeof cropNamings)[number];

/** Where and by which rules SpeciesNet's ensemble names; what is absent is not known. */
export interface SpeciesNetPlace {
  /** ISO 3166-1, three letters. */
  country?: string;
  /** State or province as in ISO 3166-2, two letters. */
  region?: string;
  /** Where taxa may be; without it any taxon may be anywhere. */
  geofence?: Geofence;
}

/** A detector finds animals, and what it found is cut out and named by classifiers. */
export interface CropsRecipe<Model> extends SpeciesNetPlace {
  kind: 'crops';
  detector: Model;
  /** One or more; several are combined by `rule`. */
  classifiers: readonly Model[];
  /** Score of the detector from which a box is cut out, 0-1. */
  floor: number;
  /** Added on each side of a box, as a share of its width and height. */
  margin: number;
  /** Whether a crop is widened to a square. */
  square: boolean;
  /** `threshold` where it is absent, as in recipes that were kept before there was a choice. */
  naming?: CropNamingKind;
  /** Score of the classifiers from which a box gets their label, 0-1; under it, it keeps the detector's. */
  nameFrom: number;
  /** Score from which a box is dropped because the classifiers take it for blank, 0-1. */
  blankFrom: number;
  rule: EnsembleRule;
}

/** One model says whether an animal is there; only then another one says which. */
export interface GatedRecipe<Model> {
  kind: 'gated';
  gate: Model;
  species: Model;
  /** Score of the gate from which an animal is there, 0-1. */
  animalFrom: number;
  /** Score of the species model from which its label is believed, 0-1. */
  nameFrom: number;
}

/** Several classifiers, averaged label by label. */
export interface EnsembleRecipe<Model> {
  kind: 'ensemble';
  models: readonly Model[];
  rule: EnsembleRule;
}

/** What the models of a recipe do together. */
export type RecipeWay<Model> =
  SingleRecipe<Model> | CropsRecipe<Model> | GatedRecipe<Model> | EnsembleRecipe<Model>;

interface RecipeHead {
  schemaVersion: 1;
  id: string;
  version: string;
  name: string;
  description: string;
}

/** A recipe, its models named as a file names them or, once they are found, by their hashes. */
export type Recipe<Model = ModelReference> = RecipeHead & RecipeWay<Model>;

/** A recipe whose models are known by the names of their outputs (`modelIdentity`). */
export type ResolvedRecipe = Recipe<string>;

/** A recipe that cannot be used; its message holds one line per problem, each with the remedy. */
export class RecipeError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The recipe cannot be used:\n${problems.join('\n')}`);
    this.name = 'RecipeError';
    this.problems = problems;
  }
}

/** The models of a recipe in the order they are run, each as often as it is named. */
export function modelsOf<Model>(recipe: RecipeWay<Model>): Model[] {
  switch (recipe.kind) {
    case 'single':
      return [recipe.model];
    case 'crops':
      return [recipe.detector, ...recipe.classifiers];
    case 'gated':
      return [recipe.gate, recipe.species];
    case 'ensemble':
      return [...recipe.models];
  }
}

/** The same recipe with its models named otherwise. */
export function renameModels<From, To>(recipe: Recipe<From>, rename: (model: From) => To): Recipe<To> {
  switch (recipe.kind) {
    case 'single':
      return { ...recipe, model: rename(recipe.model) };
    case 'crops':
      return {
        ...recipe,
        detector: rename(recipe.detector),
        classifiers: recipe.classifiers.map(rename),
      };
    case 'gated':
      return { ...recipe, gate: rename(recipe.gate), species: rename(recipe.species) };
    case 'ensemble':
      return { ...recipe, models: recipe.models.map(rename) };
  }
}
