import { JsonListReader } from '../../files/json/jsonListReader.ts';
import { UnreadableFileError } from '../../files/unreadableFile.ts';
import { listOf, numberOf, recordOf, wordOf, wordsOf } from '../../files/json/jsonValue.ts';
import type {
  MegaDetectorDetection,
  MegaDetectorHead,
  MegaDetectorImage,
  MegaDetectorResults,
} from './megaDetectorResults.ts';

function keyOf(value: unknown): string | null {
  return typeof value === 'number' ? String(value) : wordOf(value);
}

function classificationsOf(value: unknown): MegaDetectorDetection['classifications'] {
  return (listOf(value) ?? [])
    .flatMap((pair) => {
      const [category, score] = listOf(pair) ?? [];
      const key = keyOf(category);
      return key === null ? [] : [[key, numberOf(score) ?? NaN] as const];
    })
    .sort(([, left], [, right]) => (right || 0) - (left || 0));
}

/** What is no number stays in it as NaN, because somebody may stand behind it. */
function detectionOf(value: unknown): MegaDetectorDetection {
  const { category, conf, bbox, classifications, frame_number: frame } = recordOf(value);
  const [x, y, width, height] = (listOf(bbox) ?? []).map(numberOf);
  return {
    category: keyOf(category) ?? '',
    conf: numberOf(conf) ?? NaN,
    bbox: [x ?? NaN, y ?? NaN, width ?? NaN, height ?? NaN],
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
  return { file: name, detections: list.map(detectionOf), failure: null };
}

/**
 * Reads MegaDetector's results piece by piece: format 1.x and the dialects before it (`max_detection_conf`, no version,
 * failures without a list), also where numbers were written as text. What cannot be understood is NaN.
 */
export class MegaDetectorReader {
  readonly #reader: JsonListReader;

  /** @param onImage gets the photos one by one, so that memory does not grow with the file */
  constructor(onImage: (image: MegaDetectorImage) => void) {
    this.#reader = new JsonListReader('images', (item) => {
      const image = imageOf(item);
      if (image) onImage(image);
    });
  }

  /** @throws UnreadableFileError */
  push(piece: string): void {
    this.#reader.push(piece);
  }

  /** @throws UnreadableFileError when the file is cut off or holds no results of this format */
  finish(): MegaDetectorHead {
    const head = this.#reader.finish();
    const detectionCategories = wordsOf(head['detection_categories']);
    if (Object.keys(detectionCategories).length === 0) {
      throw new UnreadableFileError('no-categories');
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
    };
  }
}

/** Reads a whole file that lies in memory. @throws UnreadableFileError */
export function readMegaDetector(pieces: Iterable<string>): MegaDetectorResults {
  const images: MegaDetectorImage[] = [];
  const reader = new MegaDetectorReader((image) => images.push(image));
  for (const piece of pieces) reader.push(piece);
  return { ...reader.finish(), images };
}
