import { JsonListReader } from '../json/jsonListReader.ts';
import { listOf, numberOf, recordOf, wordOf } from '../json/jsonValue.ts';
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
  const numbers = (listOf(scores) ?? []).map((score) => numberOf(score) ?? 0);
  const words = wordList(classes);
  return { classes: words, scores: words.map((_, index) => numbers[index] ?? 0) };
}

function classificationsOf(value: unknown): SpeciesNetPrediction['classifications'] {
  const list = listOf(value);
  if (list) return list.map(classificationOf);
  return value === undefined || value === null ? null : classificationOf(value);
}

function detectionOf(value: unknown): SpeciesNetDetection[] {
  const { category, conf, bbox } = recordOf(value);
  const [x, y, width, height] = (listOf(bbox) ?? []).map(numberOf);
  const score = numberOf(conf);
  const key = typeof category === 'number' ? String(category) : wordOf(category);
  if (key === null || score === null || x == null || y == null || width == null || height == null) return [];
  return [{ category: key, conf: score, bbox: [x, y, width, height] }];
}

function predictionOf(value: unknown): SpeciesNetPrediction | null {
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
    detections: listOf(photo['detections'])?.flatMap(detectionOf) ?? null,
    prediction:
      label === null
        ? null
        : {
            label,
            score: numberOf(photo['prediction_score']) ?? 0,
            source: wordOf(photo['prediction_source']) ?? 'unknown',
          },
    modelVersion: wordOf(photo['model_version']),
  };
}

/** Reads what `speciesNetEntry` writes; null where nothing of it can be read. */
export function readSpeciesNetEntry(entry: string): SpeciesNetPrediction | null {
  try {
    return predictionOf(JSON.parse(entry));
  } catch {
    return null;
  }
}

/** Reads SpeciesNet's predictions piece by piece, of versions up to 4 and from 5. */
export class SpeciesNetReader {
  readonly #reader: JsonListReader;

  /** @param onPhoto gets the photos one by one, so that memory does not grow with the file */
  constructor(onPhoto: (photo: SpeciesNetPrediction) => void) {
    this.#reader = new JsonListReader('predictions', (item) => {
      const prediction = predictionOf(item);
      if (prediction) onPhoto(prediction);
    });
  }

  /** @throws UnreadableFileError */
  push(piece: string): void {
    this.#reader.push(piece);
  }

  /** @throws UnreadableFileError when the file is cut off */
  finish(): void {
    this.#reader.finish();
  }
}

/** Reads a whole file that lies in memory. @throws UnreadableFileError */
export function readSpeciesNet(pieces: Iterable<string>): SpeciesNetPrediction[] {
  const predictions: SpeciesNetPrediction[] = [];
  const reader = new SpeciesNetReader((photo) => predictions.push(photo));
  for (const piece of pieces) reader.push(piece);
  reader.finish();
  return predictions;
}
