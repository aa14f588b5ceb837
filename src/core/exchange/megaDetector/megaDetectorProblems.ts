import { readJsonList } from '../../files/json/jsonListReader.ts';
import { UnreadableFileError } from '../../files/unreadableFile.ts';
import { listOf, recordOf } from '../../files/json/jsonValue.ts';
import type { FormatProblem } from '../exportFile.ts';

const keyPattern = /^\d+$/;
const videoPattern = /\.(?:mp4|avi|mov|mpe?g|m4v|mkv|flv|wmv)$/i;

function* categoryProblems(name: string, value: unknown): Generator<FormatProblem> {
  for (const [key, word] of Object.entries(recordOf(value))) {
    const where = `${name}, "${key}"`;
    if (!keyPattern.test(key)) yield { where, text: 'The key must be a whole number in quotes.' };
    if (typeof word !== 'string' || word.trim() === '') yield { where, text: 'The name must not be blank.' };
  }
}

function* headProblems(head: Readonly<Record<string, unknown>>): Generator<FormatProblem> {
  const { info, detection_categories: detection, classification_categories: classification } = head;
  if (typeof info !== 'object' || info === null) yield { where: 'info', text: 'There is no "info".' };
  const version = recordOf(info)['format_version'];
  if (typeof version !== 'string' || !(Number(version) >= 1.3)) {
    yield { where: 'info.format_version', text: 'The version must be text, "1.3" or later.' };
  }
  if (typeof detection !== 'object' || detection === null) {
    yield { where: 'detection_categories', text: 'There are no detection categories.' };
  }
  yield* categoryProblems('detection_categories', detection);
  yield* categoryProblems('classification_categories', classification);
  const descriptions = head['classification_category_descriptions'];
  if (descriptions !== undefined) {
    const keys = (value: unknown): string => Object.keys(recordOf(value)).sort().join();
    if (keys(descriptions) !== keys(classification)) {
      yield {
        where: 'classification_category_descriptions',
        text: 'The keys must be those of the classification categories.',
      };
    }
  }
  const [first] = Object.values(recordOf(classification));
  if (typeof first === 'string' && Object.values(recordOf(detection)).includes(first)) {
    yield {
      where: 'classification_categories',
      text: `Timelapse refuses the file, because its first class "${first}" is also a detection category.`,
    };
  }
}

function* detectionProblems(
  value: unknown,
  where: string,
  head: Readonly<Record<string, unknown>>,
): Generator<FormatProblem> {
  const { category, conf, bbox, classifications } = recordOf(value);
  if (typeof category !== 'string') yield { where, text: 'A detection has no category.' };
  else if (!(category in recordOf(head['detection_categories']))) {
    yield { where, text: `The category "${category}" is not among the detection categories.` };
  }
  if (typeof conf !== 'number') yield { where, text: 'A detection has no "conf".' };
  const box = listOf(bbox);
  if (box?.length !== 4 || !box.every((part) => typeof part === 'number' && part >= 0 && part <= 1)) {
    yield { where, text: 'A box must be four numbers from 0 to 1.' };
  }
  let last = Infinity;
  for (const pair of listOf(classifications) ?? []) {
    const [key, score] = listOf(pair) ?? [];
    if (typeof key !== 'string' || !(key in recordOf(head['classification_categories']))) {
      yield { where, text: `The class "${String(key)}" is not among the classification categories.` };
    }
    if (typeof score !== 'number') yield { where, text: 'A classification has no score.' };
    else if (score > last) yield { where, text: 'Classifications must have the highest score first.' };
    else last = score;
  }
}

function* imageProblems(
  { value, text }: { value: unknown; text: string },
  index: number,
  head: Readonly<Record<string, unknown>>,
): Generator<FormatProblem> {
  const image = recordOf(value);
  const { file, detections, failure } = image;
  if (typeof file !== 'string' || file === '') {
    yield { where: `images, ${index + 1}`, text: 'A photo has no "file".' };
    return;
  }
  const where = file;
  if (detections === undefined)
    yield { where, text: '"detections" is missing; it is a list, or null for a failure.' };
  const list = listOf(detections);
  if (failure !== undefined && failure !== null) {
    if (typeof failure !== 'string') yield { where, text: 'The "failure" must be text.' };
    if (list) yield { where, text: 'A photo with a "failure" must have null for "detections".' };
  } else if (!list) yield { where, text: 'A photo without detections must say its "failure".' };
  // Parsing forgets how a number was written.
  const strings = /"(?:[^"\\]|\\.)*"/gs;
  const plain = text.replace(strings, (word) => (word === '"conf"' ? word : '""'));
  if (/"conf"\s*:\s*-?\d+\s*[,}]/.test(plain)) {
    yield { where, text: 'A "conf" must have a decimal point: 1.0, not 1.' };
  }
  for (const detection of list ?? []) yield* detectionProblems(detection, where, head);
  if (videoPattern.test(file)) {
    if (!(Number(image['frame_rate']) > 0)) yield { where, text: 'A video must have a "frame_rate" over 0.' };
    if (!listOf(image['frames_processed'])) yield { where, text: 'A video must have "frames_processed".' };
    const frames = (list ?? []).map((each) => recordOf(each)['frame_number']);
    if (!frames.every((frame) => typeof frame === 'number' && frame >= 0)) {
      yield { where, text: 'Each box of a video must have a "frame_number".' };
    }
  }
}

/**
 * What MegaDetector's published validator (`validate_batch_results.py`), its written format and Timelapse would refuse.
 *
 * @param pieces the file's text
 */
export function* megaDetectorProblems(pieces: Iterable<string>): Generator<FormatProblem> {
  try {
    const { head, items } = readJsonList(pieces, 'images');
    yield* headProblems(head);
    if (!listOf(head['images'])) yield { where: 'images', text: 'There is no list of "images".' };
    for (const [index, item] of items.entries()) yield* imageProblems(item, index, head);
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    yield { where: 'the file', text: error.message };
  }
}
