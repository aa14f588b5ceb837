import type { ModelLabel } from '../../models/manifest/modelManifest.ts';
import {
  packPrediction,
  unpackDetections,
  type PackedPrediction,
} from '../../models/prediction/predictionPacking.ts';
import { joinLabels } from '../../taxa/labelMap.ts';
import { thresholdsOfFirst } from './combinedThresholds.ts';
import { wholeWord } from './modelWord.ts';
import { wholeRuns, type PreparedRecipe, type RecipeModel } from './preparedRecipe.ts';
import type { GatedRecipe, Recipe } from './recipe.ts';
import { wholeOutput } from './recipeOutput.ts';
import { topLabel } from './topLabel.ts';

/** The best score of the labels that stand for an animal. */
function animalScore({ labelScores }: PackedPrediction, labels: readonly ModelLabel[]): number {
  return labels.reduce(
    (best, { role }, index) => (role === 'animal' ? Math.max(best, labelScores[index] ?? 0) : best),
    0,
  );
}

/**
 * The gate says whether something is there, and how sure that is; the species model only gives it a name, and only
 * from `nameFrom`. It is not asked where the gate sees no animal. The two steps and their thresholds are those of
 * M. S. Norouzzadeh et al., PNAS 115 (2018).
 */
export function prepareGated(
  { id, version, name, animalFrom, nameFrom }: Recipe<unknown> & GatedRecipe<unknown>,
  gate: RecipeModel,
  species: RecipeModel,
): PreparedRecipe {
  const { labels, maps } = joinLabels([gate.manifest.labels, species.manifest.labels]);
  const [gateMap = [], speciesMap = []] = maps;
  const thresholds = thresholdsOfFirst([gate.manifest, species.manifest]);
  const animal = { typical: animalFrom, conservative: Math.min(animalFrom, thresholds.animal.conservative) };

  const opens = (output: PackedPrediction): boolean =>
    animalScore(output, gate.manifest.labels) >= animalFrom;

  /** The label that the species model is sure enough of; null for none, or one that is no name. */
  const nameIn = ({ labelScores }: PackedPrediction): number | null => {
    const top = topLabel(labelScores);
    const role = species.manifest.labels[top]?.role;
    if (role === 'blank' || role === 'other' || (labelScores[top] ?? 0) < nameFrom) return null;
    return speciesMap[top] ?? null;
  };

  /** The gate's prediction, what it took for an animal named as the species model named it. */
  const named = (output: PackedPrediction, label: number | null): PackedPrediction => {
    const placeOf = (index: number): number => {
      const isNamed = label !== null && gate.manifest.labels[index]?.role === 'animal';
      return isNamed ? label : (gateMap[index] ?? 0);
    };
    const labelScores = new Float32Array(labels.length);
    output.labelScores.forEach((score, index) => {
      const place = placeOf(index);
      labelScores[place] = Math.max(labelScores[place] ?? 0, score);
    });
    const detections = unpackDetections(output).map((detection) => ({
      ...detection,
      labelIndex: placeOf(detection.labelIndex),
    }));
    return packPrediction({ detections, labelScores });
  };

  return {
    combined: { id, version, name, labels, thresholds: { ...thresholds, animal } },
    models: [gate, species],
    keys: [gate.hash, species.hash],
    missing: (outputs) => {
      const seen = wholeOutput(outputs, gate.hash);
      if (!seen) return wholeRuns(outputs, [gate]);
      return opens(seen) ? wholeRuns(outputs, [species]) : [];
    },
    combine: (outputs) => {
      const seen = wholeOutput(outputs, gate.hash);
      if (!seen) return null;
      if (!opens(seen)) return named(seen, null);
      const said = wholeOutput(outputs, species.hash);
      return said ? named(seen, nameIn(said)) : null;
    },
    words: (outputs) => [...wholeWord(gate, outputs), ...wholeWord(species, outputs)],
  };
}
