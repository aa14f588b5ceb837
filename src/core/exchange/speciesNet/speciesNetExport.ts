import type { ModelLabel } from '../../models/manifest/modelManifest.ts';
import type { Detection } from '../../models/prediction/prediction.ts';
import { unpackDetections, type PackedPrediction } from '../../models/prediction/predictionPacking.ts';
import type { SnapshotDeployment, SnapshotPhoto, SurveySnapshot } from '../../survey/surveySnapshot.ts';
import { leftOutList, type ExportPlan } from '../exportFile.ts';
import { wordOf as wordIn } from '../../files/json/jsonValue.ts';
import { modelNames, rounded } from '../provenanceCells.ts';
import { speciesNetLabels } from '../../taxa/speciesNetEnsemble.ts';
import { speciesNetLabel } from './speciesNetLabel.ts';
import {
  isPerBox,
  type SpeciesNetClassification,
  type SpeciesNetDetection,
  type SpeciesNetPrediction,
  type SpeciesNetVersion,
} from './speciesNetPredictions.ts';
import { readSpeciesNetEntry } from './speciesNetEntry.ts';
import { speciesNetText } from './speciesNetWriter.ts';

/** As SpeciesNet's own detector is cut off. */
const floor = 0.01;
const mostClasses = 5;
/** Behind the point: as many as a model's 32-bit numbers have. */
const digits = 6;

const categoryOfRole: Partial<Record<ModelLabel['role'], string>> = {
  animal: '1',
  person: '2',
  vehicle: '3',
};

/** Labels that name a kind; a plain detector has none, and one that calls the rest blank has no more. */
function namedKinds(labels: readonly ModelLabel[], hasBoxes: boolean): boolean[] {
  const kinds = labels.map(({ name, role, taxon }) => {
    const isRole = ['animal', 'person', 'human', 'vehicle'].includes(name.toLowerCase());
    return taxon !== undefined || role === 'blank' || (!isRole && role !== 'other');
  });
  const isClassifier = labels.some(({ role }, index) => kinds[index] === true && role !== 'blank');
  return isClassifier || !hasBoxes ? kinds : kinds.map(() => false);
}

function classify(
  scores: Iterable<readonly [label: number, score: number]>,
  labels: readonly ModelLabel[],
): SpeciesNetClassification {
  const best = [...scores].sort(([, left], [, right]) => right - left).slice(0, mostClasses);
  return {
    classes: best.flatMap(([label]) => (labels[label] ? [speciesNetLabel(labels[label])] : [])),
    scores: best.map(([, score]) => rounded(score, digits)),
  };
}

interface Writing {
  snapshot: SurveySnapshot;
  version: SpeciesNetVersion;
  kinds: readonly boolean[];
  places: ReadonlyMap<string, SnapshotDeployment>;
  hasBoxes: boolean;
}

function classificationsOf(
  { answer }: SnapshotPhoto,
  { labelScores }: PackedPrediction,
  boxes: readonly Detection[],
  { snapshot: { labels }, version, kinds, hasBoxes }: Writing,
): SpeciesNetPrediction['classifications'] {
  if (!kinds.includes(true)) return null;
  if (answer && version === 4) {
    return {
      classes: answer.top.map(({ label }) => speciesNetLabel(label)),
      scores: answer.top.map(({ score }) => rounded(score, digits)),
    };
  }
  const whole = classify(
    [...labelScores.entries()].filter(([label]) => kinds[label]),
    labels,
  );
  if (version === 4) return whole;
  if (!hasBoxes) return [whole];
  return boxes.map(({ labelIndex, score }) => classify([[labelIndex, score]], labels));
}

/** As the file said that the results came in, else the models' own. */
function versionOf({ models }: SurveySnapshot): string {
  const said = models.length === 1 ? wordIn(models[0]?.info?.['model_version']) : null;
  return said ?? modelNames(models);
}

/** The recipe's own answer, else the machine's word with the name of the best label of that role. */
function wordOf(
  { answer, decision, prediction, media }: SnapshotPhoto,
  { snapshot: { labels }, kinds }: Writing,
): SpeciesNetPrediction['prediction'] {
  if (!decision || !prediction) return null;
  // Where nothing shows in what is left of a damaged photo, nobody knows what was in it.
  const saysBlank = answer ? answer.label?.role === 'blank' : decision.label === 'blank';
  if (media.damage && saysBlank) {
    return { label: speciesNetLabels.unknown, score: 0, source: answer?.source ?? 'detector' };
  }
  if (answer) {
    const { label, score, source } = answer;
    const text = label ? speciesNetLabel(label) : speciesNetLabels.unknown;
    return { label: text, score: rounded(score, digits), source };
  }
  const { label, score } = decision;
  if (label === 'blank') {
    return {
      label: speciesNetLabel({ name: 'blank', role: 'blank' }),
      score: rounded(score, digits),
      source: 'detector',
    };
  }
  const scored = labels
    .map((each, index) => ({ each, index, own: prediction.labelScores[index] ?? 0 }))
    .filter(({ each }) => each.role === label);
  const named = scored.filter(({ index, own }) => kinds[index] && own >= 0.5);
  const best = (named.length > 0 ? named : scored).reduce<(typeof scored)[number] | null>(
    (most, one) => (!most || one.own > most.own ? one : most),
    null,
  );
  return {
    label: speciesNetLabel(named.length > 0 && best ? best.each : { name: label, role: label }),
    score: rounded(named.length > 0 && best ? best.own : score, digits),
    source: named.length > 0 ? 'classifier' : 'detector',
  };
}

/** Whether an entry can be written as it came: what is said of boxes is not said of the photo, nor the other way round. */
function fits({ classifications }: SpeciesNetPrediction, version: SpeciesNetVersion): boolean {
  return classifications === null || isPerBox(classifications) === (version === 5);
}

function predictionOf(photo: SnapshotPhoto, writing: Writing): SpeciesNetPrediction | null {
  const { media, prediction, deploymentId } = photo;
  const { snapshot, kinds, hasBoxes } = writing;
  const place = writing.places.get(deploymentId);
  const common = {
    filepath: media.path,
    country: null,
    admin1Region: null,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    modelVersion: versionOf(snapshot),
  };
  if (media.failure) {
    const failures = [...(kinds.includes(true) ? ['CLASSIFIER'] : []), ...(hasBoxes ? ['DETECTOR'] : [])];
    return {
      ...common,
      failures: failures.length > 0 ? failures : ['DETECTOR'],
      classifications: null,
      detections: null,
      prediction: null,
    };
  }
  if (!prediction) return null;
  const entry = prediction.entry === undefined ? null : readSpeciesNetEntry(prediction.entry);
  // The word of a run elsewhere is that run's, whatever the thresholds are here.
  const asRead = entry && {
    ...entry,
    filepath: media.path,
    latitude: common.latitude ?? entry.latitude,
    longitude: common.longitude ?? entry.longitude,
  };
  if (asRead && fits(asRead, writing.version)) return asRead;
  const boxes = unpackDetections(prediction)
    .filter(({ labelIndex, score }) => {
      const role = snapshot.labels[labelIndex]?.role;
      return role !== undefined && categoryOfRole[role] !== undefined && score > floor;
    })
    .sort((left, right) => right.score - left.score);
  const detections = boxes.map(({ labelIndex, score, box }): SpeciesNetDetection => {
    const category = categoryOfRole[snapshot.labels[labelIndex]?.role ?? 'animal'] ?? '1';
    const { x, y, width, height } = box;
    const part = (value: number): number => rounded(value, digits);
    return { category, conf: part(score), bbox: [part(x), part(y), part(width), part(height)] };
  });
  return {
    ...(asRead ?? common),
    failures: asRead?.failures ?? [],
    classifications: classificationsOf(photo, prediction, boxes, writing),
    detections: hasBoxes ? detections : null,
    prediction: asRead ? asRead.prediction : wordOf(photo, writing),
  };
}

function* predictionsOf(writing: Writing): Generator<SpeciesNetPrediction> {
  for (const photo of writing.snapshot.photos) {
    const prediction = predictionOf(photo, writing);
    if (prediction) yield prediction;
  }
}

/**
 * SpeciesNet's predictions file of a survey: what the models said. Classifications are raw; the ensemble's word is that
 * of SpeciesNet's rules where the recipe has them. Else it is the app's decision, and `prediction_source` is `classifier` where a kind was named, else `detector`.
 */
export function speciesNetExport(snapshot: SurveySnapshot, version: SpeciesNetVersion = 4): ExportPlan {
  const { photos, labels } = snapshot;
  const hasBoxes = photos.some(({ prediction }) => prediction !== null && prediction.labels.length > 0);
  const places = new Map(snapshot.deployments.map((deployment) => [deployment.id, deployment]));
  const writing: Writing = { snapshot, version, kinds: namedKinds(labels, hasBoxes), places, hasBoxes };
  const pending = photos.filter(({ media, prediction }) => !media.failure && !prediction).length;
  const reviewed = photos.filter(({ observations }) =>
    observations.some(({ provenance }) => provenance.by === 'human'),
  ).length;
  return {
    files: [
      {
        path: version === 4 ? 'speciesnet.json' : `speciesnet-${version}.json`,
        mediaType: 'application/json',
        text: () => speciesNetText(predictionsOf(writing)),
      },
    ],
    leftOut: leftOutList([
      { reason: 'pending', count: pending },
      { reason: 'human-labels', count: reviewed },
    ]),
    refusals: [],
  };
}
