import { isGated } from '../../decisions/gate/gateEvidence.ts';
import type { ModelLabel } from '../../models/manifest/modelManifest.ts';
import type { Detection } from '../../models/prediction/prediction.ts';
import {
  boxFrom,
  importedModelId,
  LabelCollector,
  packCollected,
  raise,
  type CollectedPhoto,
  type ImportedModel,
  type ImportedPhoto,
  type ImportedResults,
} from '../../models/prediction/importedModel.ts';
import { speciesNetEntry } from './speciesNetEntry.ts';
import { readSpeciesNetLabel } from './speciesNetLabel.ts';
import {
  isPerBox,
  type SpeciesNetClassification,
  type SpeciesNetPrediction,
} from './speciesNetPredictions.ts';

const human: ModelLabel = { name: 'human', role: 'person' };

const categories: Readonly<Record<string, ModelLabel>> = {
  '1': { name: 'animal', role: 'animal' },
  '2': human,
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
    const score = scores[rank] ?? NaN;
    if (!Number.isNaN(score) || isGated(label.role)) raise(into, index, score);
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
  if (word && (!Number.isNaN(prediction.score) || isGated(word.role))) {
    raise(scores, collector.indexOf(word), prediction.score);
  }
  const boxes = (detections ?? []).flatMap(({ category, conf, bbox }, index): Detection[] => {
    const found = categories[category];
    if (!found) {
      // What has no category may be anybody.
      raise(scores, collector.indexOf(human), NaN);
      return [];
    }
    if (Number.isNaN(conf) && !isGated(found.role)) return [];
    const plain = collector.indexOf(found);
    raise(scores, plain, conf);
    // Up to 4.x the classifier saw the best box only, and what it said was of the photo.
    const named = perBox[index] ?? (index === 0 ? whole : null);
    const labelIndex = named?.label.role === found.role ? named.index : plain;
    return [{ labelIndex, score: conf, box: boxFrom(bbox) }];
  });
  return { file: filepath, detections: boxes, scores };
}

/** Whether there is nothing of a photo but that something went wrong. */
export function isSpeciesNetFailure({
  failures,
  classifications,
  detections,
  prediction,
}: SpeciesNetPrediction): boolean {
  return failures.length > 0 && !classifications && !detections && !prediction;
}

const allRoles = (value: number): ImportedModel['typical'] => ({
  animal: value,
  person: value,
  vehicle: value,
});

/**
 * SpeciesNet's predictions as one more model. Every box and every class counts, not the ensemble's word alone. Its
 * labels are those that a file names, so all photos are shown to it once before they are packed.
 */
export class SpeciesNetScheme {
  readonly #collector = new LabelCollector();
  #version: string | null = null;

  /** Notes the labels of a photo. */
  note(photo: SpeciesNetPrediction): void {
    this.#version ??= photo.modelVersion;
    if (!isSpeciesNetFailure(photo)) collect(photo, this.#collector);
  }

  /** It knows people, also where a file names none. */
  get model(): ImportedModel {
    this.#collector.indexOf(human);
    const version = this.#version ?? 'unknown';
    return {
      id: importedModelId(`speciesnet ${version}`),
      version,
      name: `SpeciesNet ${version}`,
      labels: this.#collector.labels,
      typical: allRoles(0.2),
      conservative: allRoles(0.05),
      ...(this.#version === null ? {} : { info: { model_version: this.#version } }),
    };
  }

  /** What it said of a photo that was noted; null where it failed. */
  pack(photo: SpeciesNetPrediction): ImportedPhoto | null {
    if (isSpeciesNetFailure(photo)) return null;
    const collected = { ...collect(photo, this.#collector), entry: speciesNetEntry(photo) };
    return packCollected(collected, this.#collector.labels.length);
  }
}

/** A whole file as one more model. */
export function importSpeciesNet(predictions: readonly SpeciesNetPrediction[]): ImportedResults {
  const scheme = new SpeciesNetScheme();
  for (const photo of predictions) scheme.note(photo);
  return {
    model: scheme.model,
    photos: predictions.flatMap((photo) => scheme.pack(photo) ?? []),
    failures: predictions
      .filter(isSpeciesNetFailure)
      .map(({ filepath, failures }) => ({ file: filepath, reason: failures.join(', ').toLowerCase() })),
  };
}
