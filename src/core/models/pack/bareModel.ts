import type { OnnxDescription, OnnxValue } from '../../files/onnxFile.ts';
import { readUltralyticsMetadata, type UltralyticsMetadata } from '../../files/ultralyticsMetadata.ts';
import { guessRoles, labelLines } from '../manifest/labelRole.ts';
import { PackFailure } from './packFailure.ts';

/** How a model's output is read, as far as a form can ask it. */
export const bareDecoders = ['yolov5', 'yolov8', 'yolov10', 'yolox', 'rtdetr', 'classifier'] as const;
export type BareDecoder = (typeof bareDecoders)[number];

/** What the model is given for a pixel: 0 to 1, 0 to 255, or ImageNet's mean and deviation taken off. */
export const pixelValues = ['unit', 'byte', 'imagenet'] as const;
export const fittings = ['letterbox', 'stretch', 'center-crop'] as const;

/** What a person is asked of a model that came without a manifest, prefilled with what was recognised. */
export interface BareModelForm {
  name: string;
  license: string;
  decoder: BareDecoder;
  width: number;
  height: number;
  pixels: (typeof pixelValues)[number];
  fitting: (typeof fittings)[number];
  /** For classifiers: what is still to be done to its numbers. */
  activation: 'softmax' | 'sigmoid' | 'none';
  /** One per line, in the order of the outputs: `red fox = animal`. */
  labels: string;
}

/** A bare model: what is fixed by its file, and the form for the rest. */
export interface BareModel {
  input: { name: string; layout: 'NCHW' | 'NHWC'; type: 'float32' | 'float16' | 'uint8' };
  /** A second input that takes the photo's size, as RT-DETR has. */
  sizeInput: { name: string; type: 'int64' | 'float32' } | null;
  outputs: string[];
  /** How many labels the output's shape speaks of; null where it does not tell. */
  labelCount: number | null;
  /** True when the file names its classes itself. */
  hasNames: boolean;
  form: BareModelForm;
}

const imageTypes = ['float32', 'float16', 'uint8'] as const;

function inWords(values: readonly OnnxValue[]): string {
  return values.map(({ name, type, shape }) => `${name}: ${type} [${shape.join(', ')}]`).join('; ') || '–';
}

/** A classifier's scores may be a picture of one pixel: `[1, labels, 1, 1]`. */
function plainShape(shape: OnnxValue['shape']): OnnxValue['shape'] {
  return shape.length === 4 && shape[2] === 1 && shape[3] === 1 ? shape.slice(0, 2) : shape;
}

/** One head per stride, or a grid of cells: answers that no decoder joins. */
function checkHeads(fileName: string, outputs: readonly OnnxValue[]): void {
  const [first, second] = outputs.map(({ shape }) => plainShape(shape).length);
  const isGrid = first === 4;
  const isParted = first === 3 && second === 3;
  if (isGrid || isParted) throw new PackFailure('no-decoder', fileName, inWords(outputs));
}

function imageInput(fileName: string, inputs: readonly OnnxValue[]) {
  for (const { name, type, shape } of inputs) {
    const known = imageTypes.find((one) => one === type);
    if (!known || shape.length !== 4) continue;
    if (shape[1] === 3) return { name, type: known, layout: 'NCHW' as const, sides: shape.slice(2) };
    if (shape[3] === 3) return { name, type: known, layout: 'NHWC' as const, sides: shape.slice(1, 3) };
  }
  throw new PackFailure('not-for-images', fileName, inWords(inputs));
}

interface Recognised {
  decoder: BareDecoder;
  labelCount: number | null;
}

/** Cells of a grid at strides 8, 16 and 32. */
function gridCells(width: number, height: number): number {
  return [8, 16, 32].reduce(
    (sum, stride) => sum + Math.floor(width / stride) * Math.floor(height / stride),
    0,
  );
}

function recognise(
  fileName: string,
  outputs: readonly OnnxValue[],
  size: { width: number; height: number },
  said: UltralyticsMetadata,
): Recognised {
  const named = said.names.length || null;
  const names = outputs.map(({ name }) => name);
  if (['labels', 'boxes', 'scores'].every((name) => names.includes(name))) {
    return { decoder: 'rtdetr', labelCount: named };
  }
  checkHeads(fileName, outputs);
  const shape = plainShape(outputs[0]?.shape ?? []);
  if (said.task === 'classify' || shape.length < 3) {
    const last = shape.at(-1);
    return { decoder: 'classifier', labelCount: typeof last === 'number' ? last : named };
  }
  const [rows, columns] = shape.slice(-2).map((side) => (typeof side === 'number' ? side : null));
  const isTransposed = named === null ? rows != null && rows < (columns ?? Infinity) : rows === 4 + named;
  if (isTransposed) return { decoder: 'yolov8', labelCount: count(rows, 4) };
  if (columns === 6 || said.endToEnd) return { decoder: 'yolov10', labelCount: named };
  const isGrid = rows === gridCells(size.width, size.height) && said.task === null;
  return { decoder: isGrid ? 'yolox' : 'yolov5', labelCount: count(columns, 5) ?? named };
}

/** Labels behind the numbers that every box has; null where the side is open, or too short for them. */
function count(side: number | null | undefined, boxNumbers: number): number | null {
  return side == null || side <= boxNumbers ? null : side - boxNumbers;
}

/** The model with the names of its classes, which a file beside it gave. */
export function withNames(model: BareModel, names: readonly string[]): BareModel {
  return { ...model, form: { ...model.form, labels: labelLines(guessRoles(names)) } };
}

function sideOf(side: number | string | undefined, otherwise: number): number {
  return typeof side === 'number' && side > 0 ? side : otherwise;
}

/**
 * What can be told of a model from its file alone.
 *
 * @throws PackFailure when it takes no image, or is of a task that cannot be read
 */
export function recogniseModel(fileName: string, description: OnnxDescription): BareModel {
  const said = readUltralyticsMetadata(description.metadata);
  if (said.task !== null && !['detect', 'classify'].includes(said.task)) {
    throw new PackFailure('unknown-task', fileName, said.task);
  }
  const { sides, ...input } = imageInput(fileName, description.inputs);
  const usual = said.task === 'classify' || description.outputs[0]?.shape.length === 2 ? 224 : 640;
  const height = sideOf(sides[0], said.size?.[0] ?? usual);
  const width = sideOf(sides[1], said.size?.[1] ?? usual);
  const { decoder, labelCount } = recognise(fileName, description.outputs, { width, height }, said);
  const isClassifier = decoder === 'classifier';
  const names =
    said.names.length > 0
      ? said.names
      : Array.from({ length: Math.min(labelCount ?? 0, 20_000) }, (_, index) => `class ${index + 1}`);
  const raw = input.type === 'uint8' || decoder === 'yolox';
  const second = description.inputs.find(({ name }) => name !== input.name);
  const sizeType = second?.type === 'int64' || second?.type === 'float32' ? second.type : null;
  return {
    input,
    sizeInput: second && sizeType ? { name: second.name, type: sizeType } : null,
    outputs: description.outputs.map(({ name }) => name),
    labelCount,
    hasNames: said.names.length > 0,
    form: {
      name: fileName.replace(/\.onnx$/i, ''),
      license: said.license ?? '',
      decoder,
      width,
      height,
      pixels: raw ? 'byte' : isClassifier && said.task === null ? 'imagenet' : 'unit',
      fitting: !isClassifier ? (decoder === 'rtdetr' ? 'stretch' : 'letterbox') : 'center-crop',
      activation: said.task === 'classify' ? 'none' : 'softmax',
      labels: labelLines(guessRoles(names)),
    },
  };
}
