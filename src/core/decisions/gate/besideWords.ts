import type { ModelLabel } from '../../models/manifest/modelManifest.ts';
import type { PackedPrediction } from '../../models/prediction/predictionPacking.ts';
import { cropsPrediction } from '../recipes/modelWord.ts';
import type { ModelWord } from '../recipes/preparedRecipe.ts';
import { isCrops, type PackedOutput, type RecipeOutputs } from '../recipes/recipeOutput.ts';
import { perPart } from '../../incremental/perPart.ts';
import { isGated, type Evidence } from './gateEvidence.ts';
import { evidenceIn, leastEvidence } from './photoEvidence.ts';

/** A run of a model that is not in use, but whose outputs are kept: what it said of people counts all the same. */
export interface BesideRun {
  /** Under which its outputs are kept. */
  key: string;
  /** The model's id and version. */
  model: string;
  labels: readonly ModelLabel[];
}

/** True for a model that can tell people. */
export const knowsPeople = perPart((labels: readonly ModelLabel[]): boolean =>
  labels.some(({ role }) => role === 'person'),
);

const gatedPlaces = perPart((labels: readonly ModelLabel[]): readonly number[] =>
  labels.flatMap(({ role }, place) => (isGated(role) ? [place] : [])),
);

/** The labels of people and vehicles among a model's own, in their order. */
const gatedLabels = perPart((labels: readonly ModelLabel[]): readonly ModelLabel[] =>
  labels.filter(({ role }) => isGated(role)),
);

/**
 * What an output says of people and vehicles, in the labels of these alone: a few bytes for most photos, where a model
 * that knows thousands of kinds says ten thousand.
 */
export function peopleIn(output: PackedOutput, labels: readonly ModelLabel[]): PackedPrediction {
  const said = isCrops(output) ? cropsPrediction(output, labels.length) : output;
  const places = gatedPlaces(labels);
  const scores = said.scores;
  const of = said.labels;
  const boxes = said.boxes;
  const labelScores = said.labelScores;
  const kept: number[] = [];
  for (let box = 0; box < of.length; box += 1) {
    // Written so that a score that is no number stays.
    if (places.includes(of[box] ?? -1) && !((scores[box] ?? 0) < leastEvidence)) kept.push(box);
  }
  return {
    labels: Uint16Array.from(kept, (box) => places.indexOf(of[box] ?? -1)),
    scores: Float32Array.from(kept, (box) => scores[box] ?? 0),
    boxes: Float32Array.from(kept.flatMap((box) => [...boxes.subarray(4 * box, 4 * box + 4)])),
    labelScores: Float32Array.from(places, (place) => labelScores[place] ?? 0),
  };
}

/** What the models beside the recipe said of a photo. @param said by the key of each run, as `peopleIn` has it */
function besideWords(said: RecipeOutputs, runs: readonly BesideRun[]): ModelWord[] {
  return runs.flatMap(({ key, model, labels }): ModelWord[] => {
    const prediction = said.get(key);
    if (!prediction || isCrops(prediction)) return [];
    return [{ model, labels: gatedLabels(labels), prediction, ...(isOfCrops(key) ? { ofCrops: true } : {}) }];
  });
}

/** The keys of runs on crops name the detector that found them. */
function isOfCrops(key: string): boolean {
  return key.includes('@');
}

const nothing: RecipeOutputs = new Map();

/**
 * The signs of people and vehicles in a photo, from every model that ever saw it, in use or not.
 *
 * @param words of the models in use
 * @param beside what the others said of people, by the key of each run
 * @returns null where no model that knows people has looked at the whole photo
 */
export function evidenceOf(
  words: readonly ModelWord[],
  beside: RecipeOutputs = nothing,
  runs: readonly BesideRun[] = [],
): Evidence | null {
  const all = runs.length === 0 ? words : [...words, ...besideWords(beside, runs)];
  const hasLooked = all.some(({ labels, ofCrops }) => ofCrops !== true && knowsPeople(labels));
  return hasLooked ? evidenceIn(all) : null;
}
