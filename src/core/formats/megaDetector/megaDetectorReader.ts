import { JsonListReader, UnreadableFileError } from '../json/jsonListReader.ts';
import { listOf, numberOf, recordOf, wordOf, wordsOf } from '../json/jsonValue.ts';
import type { MegaDetectorDetection, MegaDetectorImage, MegaDetectorResults } from './megaDetectorResults.ts';

function keyOf(value: unknown): string | null {
  return typeof value === 'number' ? String(value) : wordOf(value);
}

function classificationsOf(value: unknown): MegaDetectorDetection['classifications'] {
  return (listOf(value) ?? [])
    .flatMap((pair) => {
      const [category, score] = listOf(pair) ?? [];
      const key = keyOf(category);
      const number = numberOf(score);
      return key === null || number === null ? [] : [[key, number] as const];
    })
    .sort(([, left], [, right]) => right - left);
}

function detectionOf(value: unknown): MegaDetectorDetection | null {
  const { category, conf, bbox, classifications, frame_number: frame } = recordOf(value);
  const [x, y, width, height] = (listOf(bbox) ?? []).map(numberOf);
  const key = keyOf(category);
  const score = numberOf(conf);
  if (key === null || score === null || x == null || y == null || width == null || height == null)
    return null;
  return {
    category: key,
    conf: score,
    bbox: [x, y, width, height],
    classifications: classificationsOf(classifications),
    frameNumber: numberOf(frame),
  };
}

function imageOf(value: unknown): MegaDetectorImage | null {
  const { file, detections, failure } = recordOf(value);
  const name = wordOf(file);
  if (name === null) return null;
  const list = listOf(detections);
  if (!list) return { file: name, detections: null, failure: wordOf(failure) ?? 'no detections in the file' };
  return { file: name, detections: list.flatMap((each) => detectionOf(each) ?? []), failure: null };
}

/**
 * Reads MegaDetector's results piece by piece: format 1.x and the dialects before it (`max_detection_conf`, no version,
 * failures without a list), also where numbers were written as text. Boxes that cannot be understood are passed over.
 */
export class MegaDetectorReader {
  readonly #images: MegaDetectorImage[] = [];
  readonly #reader = new JsonListReader('images', (item) => {
    const image = imageOf(item);
    if (image) this.#images.push(image);
  });

  /** @throws UnreadableFileError */
  push(piece: string): void {
    this.#reader.push(piece);
  }

  /** @throws UnreadableFileError when the file is cut off or holds no results of this format */
  finish(): MegaDetectorResults {
    const head = this.#reader.finish();
    const detectionCategories = wordsOf(head['detection_categories']);
    if (Object.keys(detectionCategories).length === 0) {
      throw new UnreadableFileError(
        'There are no "detection_categories" in the file, so it holds no results of MegaDetector.',
      );
    }
    return {
      info: recordOf(head['info']),
      detectionCategories,
      classificationCategories: wordsOf(head['classification_categories']),
      classificationCategoryDescriptions: Object.fromEntries(
        Object.entries(recordOf(head['classification_category_descriptions'])).flatMap(([key, text]) =>
          typeof text === 'string' ? [[key, text]] : [],
        ),
      ),
      images: this.#images,
    };
  }
}

/** Reads a whole file that lies in memory. @throws UnreadableFileError */
export function readMegaDetector(pieces: Iterable<string>): MegaDetectorResults {
  const reader = new MegaDetectorReader();
  for (const piece of pieces) reader.push(piece);
  return reader.finish();
}
