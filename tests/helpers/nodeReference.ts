import { readFile } from 'node:fs/promises';
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import type { ModelManifest } from '../../src/core/models/manifest/modelManifest.ts';
import type { CarriedTensor } from './packBoxes.ts';
import type { ReferenceBox } from './referenceBoxes.ts';

/*
 * What a detector says, by code that shares nothing with the app but the runtime: the same WebAssembly build in Node,
 * and decoders written here from the descriptions of the models. It starts from the browser's own input, bit by bit,
 * because a model in int8 is another model for an input that is one bit off.
 */

/** Numbers of an output, with their shape. */
export interface ReferenceOutput {
  data: Float32Array;
  shape: readonly number[];
}

/** Upright size in pixels. */
export interface PhotoSize {
  width: number;
  height: number;
}

const sessions = new Map<string, Promise<InferenceSession>>();

function sessionOf(path: string): Promise<InferenceSession> {
  env.wasm.numThreads = 1;
  env.logLevel = 'error';
  const session =
    sessions.get(path) ??
    readFile(path).then((bytes) =>
      InferenceSession.create(new Uint8Array(bytes), { executionProviders: ['wasm'], logSeverityLevel: 3 }),
    );
  sessions.set(path, session);
  return session;
}

/** The numbers that came from a page. */
export function carriedOutput({ shape, data }: CarriedTensor): ReferenceOutput {
  return { shape, data: new Float32Array(new Uint8Array(Buffer.from(data, 'base64')).buffer) };
}

/** Runs a model in Node on what the browser fed it. @returns its outputs by name, as float32 */
export async function runInNode(
  modelPath: string,
  { input }: ModelManifest,
  fed: CarriedTensor,
): Promise<Record<string, ReferenceOutput>> {
  const { data, shape } = carriedOutput(fed);
  const feeds: Record<string, Tensor> = { [input.name]: new Tensor('float32', data, shape) };
  if (input.sizeInput) {
    const sides = BigInt64Array.of(BigInt(input.width), BigInt(input.height));
    feeds[input.sizeInput.name] = new Tensor('int64', sides, [1, 2]);
  }
  const results = await (await sessionOf(modelPath)).run(feeds);
  return Object.fromEntries(
    Object.entries(results).map(([name, tensor]) => [
      name,
      { shape: tensor.dims, data: Float32Array.from(tensor.data as ArrayLike<number | bigint>, Number) },
    ]),
  );
}

/** Corners in pixels of the input. */
type Corners = [left: number, top: number, right: number, bottom: number];
interface Candidate {
  label: number;
  score: number;
  corners: Corners;
}

function around(x: number, y: number, width: number, height: number): Corners {
  return [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
}

function yolov8({ data, shape }: ReferenceOutput): Candidate[] {
  const [, rows = 0, cells = 0] = shape;
  const at = (row: number, cell: number): number => data[row * cells + cell] ?? NaN;
  return Array.from({ length: cells }, (_, cell) => {
    const corners = around(at(0, cell), at(1, cell), at(2, cell), at(3, cell));
    return Array.from({ length: rows - 4 }, (_, label) => ({ label, score: at(4 + label, cell), corners }));
  }).flat();
}

function yolox({ data, shape }: ReferenceOutput, side: number): Candidate[] {
  const [, , columns = 0] = shape;
  const found: Candidate[] = [];
  let start = 0;
  for (const stride of [8, 16, 32]) {
    const cells = side / stride;
    for (let cell = 0; cell < cells * cells; cell += 1, start += columns) {
      const [x = 0, y = 0, width = 0, height = 0, isThere = 0, ...scores] = data.subarray(
        start,
        start + columns,
      );
      const corners = around(
        (x + (cell % cells)) * stride,
        (y + Math.floor(cell / cells)) * stride,
        Math.exp(width) * stride,
        Math.exp(height) * stride,
      );
      found.push(...scores.map((score, label) => ({ label, score: score * isThere, corners })));
    }
  }
  return found;
}

function rtdetr({ labels, boxes, scores }: Record<string, ReferenceOutput>): Candidate[] {
  return [...(scores?.data ?? [])].map((score, index) => ({
    label: labels?.data[index] ?? NaN,
    score,
    corners: [...(boxes?.data.subarray(4 * index, 4 * index + 4) ?? [])] as Corners,
  }));
}

function overlap(first: Corners, second: Corners): number {
  const area = ([left, top, right, bottom]: Corners): number => (right - left) * (bottom - top);
  const width = Math.min(first[2], second[2]) - Math.max(first[0], second[0]);
  const height = Math.min(first[3], second[3]) - Math.max(first[1], second[1]);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / (area(first) + area(second) - width * height);
}

/** Best first; of two boxes of one label that overlap by more, only the better one. */
function suppressed(candidates: readonly Candidate[], most: number): Candidate[] {
  const kept: Candidate[] = [];
  for (const one of candidates) {
    const isShadowed = kept.some(
      ({ label, corners }) => label === one.label && overlap(corners, one.corners) > most,
    );
    if (!isShadowed) kept.push(one);
  }
  return kept;
}

/** From pixels of the input to pixels of the photo. */
function placeInPhoto({ input }: ModelManifest, photo: PhotoSize): (corners: Corners) => Corners {
  const { resize } = input;
  const clip = (value: number, most: number): number => Math.min(most, Math.max(0, value));
  const scale = Math.min(input.width / photo.width, input.height / photo.height);
  const whole =
    resize.mode === 'letterbox' && resize.rounding === 'down'
      ? (side: number) => Math.floor(side * scale)
      : (side: number) => Math.round(side * scale);
  const isStretched = resize.mode === 'stretch';
  const width = isStretched ? input.width : whole(photo.width);
  const height = isStretched ? input.height : whole(photo.height);
  const isCentred = resize.mode === 'letterbox' && resize.align === 'center';
  const left = isCentred ? Math.floor((input.width - width) / 2) : 0;
  const top = isCentred ? Math.floor((input.height - height) / 2) : 0;
  const across = (x: number): number => clip(((x - left) * photo.width) / width, photo.width);
  const down = (y: number): number => clip(((y - top) * photo.height) / height, photo.height);
  return ([x1, y1, x2, y2]) => [across(x1), down(y1), across(x2), down(y2)];
}

/** The boxes of a detector's outputs, in pixels of the upright photo. */
export function decodeInNode(
  outputs: Record<string, ReferenceOutput>,
  manifest: ModelManifest,
  photo: PhotoSize,
): ReferenceBox[] {
  const { output, input } = manifest;
  if (output.decoder === 'classifier') throw new RangeError('A classifier has no boxes.');
  const only = Object.values(outputs)[0] as ReferenceOutput;
  const candidates =
    output.decoder === 'rtdetr'
      ? rtdetr(outputs)
      : output.decoder === 'yolox'
        ? yolox(only, input.width)
        : yolov8(only);
  const best = candidates
    .filter(({ score }) => score > output.scoreFloor)
    .sort((first, second) => second.score - first.score);
  const kept = 'nmsIou' in output ? suppressed(best, Number(output.nmsIou)) : best;
  const place = placeInPhoto(manifest, photo);
  return kept
    .slice(0, output.maxDetections)
    .map(({ label, score, corners }) => [label, score, ...place(corners)]);
}
