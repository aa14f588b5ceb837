import type { FormatProblem } from '../exportFile.ts';
import { readJsonList } from '../../files/json/jsonListReader.ts';
import { UnreadableFileError } from '../../files/unreadableFile.ts';
import { listOf, recordOf } from '../../files/json/jsonValue.ts';
import { speciesNetCategories } from './speciesNetPredictions.ts';

const failureNames = new Set(['CLASSIFIER', 'DETECTOR', 'GEOLOCATION']);

const isShare = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1;

function isSorted(values: readonly unknown[]): boolean {
  return values.every((value, index) => index === 0 || Number(values[index - 1]) >= Number(value));
}

function isLabel(value: unknown): boolean {
  return typeof value === 'string' && value.split(';').length === 7;
}

function* classificationProblems(value: unknown, where: string): Generator<FormatProblem> {
  const { classes, scores } = recordOf(value);
  const labels = listOf(classes);
  const numbers = listOf(scores);
  if (!labels || labels.length !== numbers?.length) {
    yield { where, text: 'Classes and scores must be lists of one length.' };
    return;
  }
  if (!labels.every(isLabel))
    yield { where, text: 'A class must have seven parts, separated by semicolons.' };
  if (!numbers.every(isShare)) yield { where, text: 'A score must be a number from 0 to 1.' };
  else if (!isSorted(numbers)) yield { where, text: 'The highest score must come first.' };
}

function* detectionProblems(value: unknown, where: string): Generator<FormatProblem> {
  const { category, label, conf, bbox } = recordOf(value);
  if (typeof category !== 'string' || speciesNetCategories[category] !== label) {
    yield { where, text: 'A detection must be of category "1" animal, "2" human or "3" vehicle.' };
  }
  if (!isShare(conf)) yield { where, text: 'A "conf" must be a number from 0 to 1.' };
  const box = listOf(bbox);
  if (box?.length !== 4 || !box.every(isShare))
    yield { where, text: 'A box must be four numbers from 0 to 1.' };
}

function* photoProblems(value: unknown, index: number): Generator<FormatProblem> {
  const photo = recordOf(value);
  const { filepath, failures, classifications, detections, prediction } = photo;
  if (typeof filepath !== 'string' || filepath === '') {
    yield { where: `predictions, ${index + 1}`, text: 'A photo has no "filepath".' };
    return;
  }
  const where = filepath;
  if (failures !== undefined && listOf(failures)?.every((each) => failureNames.has(String(each))) !== true) {
    yield { where, text: 'A failure must be CLASSIFIER, DETECTOR or GEOLOCATION.' };
  }
  if (classifications !== undefined) {
    for (const each of listOf(classifications) ?? [classifications])
      yield* classificationProblems(each, where);
  }
  const boxes = listOf(detections) ?? [];
  for (const each of boxes) yield* detectionProblems(each, where);
  if (!isSorted(boxes.map((each) => recordOf(each)['conf']))) {
    yield { where, text: 'The box with the highest "conf" must come first.' };
  }
  if (prediction !== undefined && !isLabel(prediction)) {
    yield { where, text: 'The "prediction" must have seven parts, separated by semicolons.' };
  }
  if (prediction !== undefined && !isShare(photo['prediction_score'])) {
    yield { where, text: 'A "prediction_score" must be a number from 0 to 1.' };
  }
}

/**
 * What SpeciesNet's own tools would stumble over (google/cameratrapai, `README.md`, formats up to 4.x and from 5.0).
 *
 * @param pieces the file's text
 */
export function* speciesNetProblems(pieces: Iterable<string>): Generator<FormatProblem> {
  try {
    const { head, items } = readJsonList(pieces, 'predictions');
    if (!listOf(head['predictions']))
      yield { where: 'predictions', text: 'There is no list of "predictions".' };
    const seen = new Set<unknown>();
    for (const [index, { value }] of items.entries()) {
      yield* photoProblems(value, index);
      const { filepath } = recordOf(value);
      if (seen.has(filepath)) yield { where: String(filepath), text: 'The photo is there twice.' };
      seen.add(filepath);
    }
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    yield { where: 'the file', text: error.message };
  }
}
