import { asciiJson } from '../../files/json/asciiJson.ts';
import { listOf, numberOf, recordOf, wordOf } from '../../files/json/jsonValue.ts';
import type {
  SpeciesNetClassification,
  SpeciesNetDetection,
  SpeciesNetPrediction,
} from './speciesNetPredictions.ts';

function wordList(value: unknown): string[] {
  return (listOf(value) ?? []).flatMap((each) => (typeof each === 'string' ? [each] : []));
}

function classificationOf(value: unknown): SpeciesNetClassification {
  const { classes, scores } = recordOf(value);
  const numbers = (listOf(scores) ?? []).map((score) => numberOf(score) ?? NaN);
  const words = wordList(classes);
  return { classes: words, scores: words.map((_, index) => numbers[index] ?? NaN) };
}

function classificationsOf(value: unknown): SpeciesNetPrediction['classifications'] {
  const list = listOf(value);
  if (list) return list.map(classificationOf);
  return value === undefined || value === null ? null : classificationOf(value);
}

/** What is no number stays in it as NaN, because somebody may stand behind it. */
function detectionOf(value: unknown): SpeciesNetDetection {
  const { category, conf, bbox } = recordOf(value);
  const [x, y, width, height] = (listOf(bbox) ?? []).map(numberOf);
  return {
    category: typeof category === 'number' ? String(category) : (wordOf(category) ?? ''),
    conf: numberOf(conf) ?? NaN,
    bbox: [x ?? NaN, y ?? NaN, width ?? NaN, height ?? NaN],
  };
}

/** An entry of `predictions`; null where it names no photo. */
export function speciesNetPredictionIn(value: unknown): SpeciesNetPrediction | null {
  const photo = recordOf(value);
  const filepath = wordOf(photo['filepath']);
  if (filepath === null) return null;
  const label = wordOf(photo['prediction']);
  return {
    filepath,
    failures: wordList(photo['failures']),
    country: wordOf(photo['country']),
    admin1Region: wordOf(photo['admin1_region']),
    latitude: numberOf(photo['latitude']),
    longitude: numberOf(photo['longitude']),
    classifications: classificationsOf(photo['classifications']),
    detections: listOf(photo['detections'])?.map(detectionOf) ?? null,
    prediction:
      label === null
        ? null
        : {
            label,
            score: numberOf(photo['prediction_score']) ?? NaN,
            source: wordOf(photo['prediction_source']) ?? 'unknown',
          },
    modelVersion: wordOf(photo['model_version']),
  };
}

/** What is said of a photo as one text; `readSpeciesNetEntry` reads it. */
export function speciesNetEntry({
  admin1Region,
  modelVersion,
  prediction,
  ...rest
}: SpeciesNetPrediction): string {
  const json = JSON.stringify({
    ...rest,
    admin1_region: admin1Region,
    prediction: prediction?.label,
    prediction_score: prediction?.score,
    prediction_source: prediction?.source,
    model_version: modelVersion,
  });
  return asciiJson(json);
}

/** Reads what `speciesNetEntry` writes; null where nothing of it can be read. */
export function readSpeciesNetEntry(entry: string): SpeciesNetPrediction | null {
  try {
    return speciesNetPredictionIn(JSON.parse(entry));
  } catch {
    return null;
  }
}
