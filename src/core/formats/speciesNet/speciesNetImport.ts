import type { ModelLabel } from '../../manifest/modelManifest.ts';
import { clampToUnit } from '../../prediction/box.ts';
import type { Detection } from '../../prediction/prediction.ts';
import {
  importedModelId,
  LabelCollector,
  packCollected,
  raise,
  type CollectedPhoto,
  type ImportedResults,
} from '../importedModel.ts';
import { readSpeciesNetLabel } from './speciesNetLabel.ts';
import {
  isPerBox,
  type SpeciesNetClassification,
  type SpeciesNetPrediction,
} from './speciesNetPredictions.ts';

const categories: Readonly<Record<string, ModelLabel>> = {
  '1': { name: 'animal', role: 'animal' },
  '2': { name: 'human', role: 'person' },
  '3': { name: 'vehicle', role: 'vehicle' },
};

/** Notes the scores of a classification; gives the index of its best label. */
function note(
  { classes, scores }: SpeciesNetClassification,
  collector: LabelCollector,
  into: Map<number, number>,
): { label: ModelLabel; index: number } | null {
  let best: { label: ModelLabel; index: number } | null = null;
  for (const [rank, text] of classes.entries()) {
    const label = readSpeciesNetLabel(text);
    if (!label) continue;
    const index = collector.indexOf(label);
    raise(into, index, scores[rank] ?? 0);
    best ??= { label, index };
  }
  return best;
}

function collect(photo: SpeciesNetPrediction, collector: LabelCollector): CollectedPhoto {
  const { filepath, classifications, detections, prediction } = photo;
  const scores = new Map<number, number>();
  const perBox = isPerBox(classifications)
    ? classifications.map((each) => note(each, collector, scores))
    : [];
  const whole =
    classifications && !isPerBox(classifications) ? note(classifications, collector, scores) : null;
  const word = prediction && readSpeciesNetLabel(prediction.label);
  if (word) raise(scores, collector.indexOf(word), prediction.score);
  const boxes = (detections ?? []).flatMap(({ category, conf, bbox }, index): Detection[] => {
    const found = categories[category];
    if (!found) return [];
    const [x, y, width, height] = bbox;
    const plain = collector.indexOf(found);
    raise(scores, plain, conf);
    // Up to 4.x the classifier saw the best box only, and what it said was of the photo.
    const named = perBox[index] ?? (index === 0 ? whole : null);
    const labelIndex = named?.label.role === found.role ? named.index : plain;
    return [{ labelIndex, score: conf, box: clampToUnit({ x, y, width, height }) }];
  });
  return { file: filepath, detections: boxes, scores };
}

/** SpeciesNet's predictions as one more model. Every box and every class counts, not the ensemble's word alone. */
export function importSpeciesNet(predictions: readonly SpeciesNetPrediction[]): ImportedResults {
  const collector = new LabelCollector();
  const isFailure = ({ failures, classifications, detections, prediction }: SpeciesNetPrediction): boolean =>
    failures.length > 0 && !classifications && !detections && !prediction;
  const collected = predictions.flatMap((photo) => (isFailure(photo) ? [] : [collect(photo, collector)]));
  const version = predictions.find(({ modelVersion }) => modelVersion !== null)?.modelVersion ?? 'unknown';
  const one = (value: number): ImportedResults['model']['typical'] => ({
    animal: value,
    person: value,
    vehicle: value,
  });
  return {
    model: {
      id: importedModelId(`speciesnet ${version}`),
      version,
      name: `SpeciesNet ${version}`,
      labels: collector.labels,
      typical: one(0.2),
      conservative: one(0.05),
    },
    photos: collected.map((photo) => packCollected(photo, collector.labels.length)),
    failures: predictions
      .filter(isFailure)
      .map(({ filepath, failures }) => ({ file: filepath, reason: failures.join(', ').toLowerCase() })),
  };
}
