import { namesInOrder } from '../../core/models/manifest/labelShapes.ts';
import { readText } from '../../platform/textFile.ts';
import type { PackSource } from './packSource.ts';

/** What people call the list of classes beside a model. */
const stems = ['labels', 'classes', 'names', 'class_names', 'label_map', 'coco'];
const endings = ['txt', 'json', 'names'];
const mostBytes = 1_000_000;

function namesIn(text: string): string[] | null {
  try {
    return namesInOrder(JSON.parse(text));
  } catch {
    const lines = text.split('\n').map((line) => line.trim());
    return lines.filter((line) => line !== '');
  }
}

/**
 * The names of a model's classes from a file beside it, which may have the model's own name.
 *
 * @param count how many there must be; null where the model does not tell
 * @returns null when there is no such file
 */
export async function labelsBeside(
  source: PackSource,
  modelPath: string,
  count: number | null,
): Promise<string[] | null> {
  const own = modelPath.replace(/\.onnx$/i, '');
  for (const stem of [own, ...stems]) {
    for (const ending of endings) {
      const file = await source.open(`${stem}.${ending}`).catch(() => null);
      if (!file || file.size > mostBytes) continue;
      const names = namesIn(await readText(file));
      if (names && names.length > 0 && (count === null || names.length === count)) return names;
    }
  }
  return null;
}
