import type { ModelLabel } from '../models/manifest/modelManifest.ts';
import { observationOf, type Observation } from '../taxa/observation.ts';
import type { PackedPrediction } from '../models/prediction/predictionPacking.ts';
import { taxonOfLabel } from '../taxa/observedTaxon.ts';

/** One of the machine's best labels, as a person can take it over. */
export interface Suggestion {
  label: ModelLabel;
  /** 0-1: the mean over the photos. */
  score: number;
  observation: Observation;
}

function observationFor(label: ModelLabel): Observation {
  if (label.role === 'other') return observationOf('animal', taxonOfLabel(label));
  return observationOf(label.role, taxonOfLabel(label));
}

/** The labels with the highest mean score over the photos, best first; what scores nothing is left out. */
export function suggestionsFor(
  predictions: readonly PackedPrediction[],
  labels: readonly ModelLabel[],
  most = 5,
): Suggestion[] {
  if (predictions.length === 0) return [];
  const means = labels.map((label, index) => ({
    label,
    score:
      predictions.reduce((sum, { labelScores }) => sum + (labelScores[index] ?? 0), 0) / predictions.length,
  }));
  return means
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.score - left.score)
    .slice(0, most)
    .map(({ label, score }) => ({ label, score, observation: observationFor(label) }));
}
