import { JsonFloat, jsonListText, type JsonValue } from '../../files/json/jsonText.ts';
import type { MegaDetectorDetection, MegaDetectorHead, MegaDetectorImage } from './megaDetectorResults.ts';

function detectionValue({
  category,
  conf,
  bbox,
  classifications,
  frameNumber,
}: MegaDetectorDetection): JsonValue {
  return {
    category,
    conf: new JsonFloat(conf),
    bbox: bbox.map((part) => new JsonFloat(part)),
    ...(classifications.length > 0
      ? { classifications: classifications.map(([key, score]) => [key, new JsonFloat(score)]) }
      : {}),
    ...(frameNumber === null ? {} : { frame_number: frameNumber }),
  };
}

function imageValue({ file, detections, failure }: MegaDetectorImage): JsonValue {
  return {
    file,
    detections: detections && detections.map(detectionValue),
    ...(failure === null ? {} : { failure }),
  };
}

function* values(images: Iterable<MegaDetectorImage>): Generator<JsonValue> {
  for (const image of images) yield imageValue(image);
}

/** Numbers that must stay floats, wherever they stand in `info`. */
function withFloats(value: unknown, key = ''): JsonValue {
  if (typeof value === 'number') return key.includes('threshold') ? new JsonFloat(value) : value;
  if (Array.isArray(value)) return value.map((part) => withFloats(part));
  if (typeof value !== 'object' || value === null) return value as JsonValue;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withFloats(part, name)]));
}

/**
 * MegaDetector's output format 1.6 (agentmorris/MegaDetector, `megadetector-output-format.md`), piece by piece.
 * Scores are floats whatever their value: the published validator refuses `1`.
 */
export function megaDetectorText(
  head: MegaDetectorHead,
  images: Iterable<MegaDetectorImage>,
): Iterable<string> {
  const { classificationCategories, classificationCategoryDescriptions } = head;
  const has = (words: Readonly<Record<string, string>>): boolean => Object.keys(words).length > 0;
  return jsonListText(
    {
      info: withFloats(head.info),
      detection_categories: head.detectionCategories,
      ...(has(classificationCategories) ? { classification_categories: classificationCategories } : {}),
      ...(has(classificationCategoryDescriptions)
        ? { classification_category_descriptions: classificationCategoryDescriptions }
        : {}),
    },
    'images',
    values(images),
  );
}
