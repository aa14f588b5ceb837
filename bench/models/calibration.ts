import type { ModelManifest } from '../../src/core/models/manifest/modelManifest.ts';
import { decodeNatively } from '../peers/native.ts';
import { requirePeer } from '../peers/install.ts';
import type { OnnxRuntimeNode } from '../peers/nativeTypes.ts';
import { onnxBytes, type Graph } from './onnxWriter.ts';
import type { Ranges } from './quantise.ts';

/**
 * Runs a graph on photos with every one of `names` as an output.
 *
 * @param take gets the values photo by photo
 * @param change is done to each tensor before
 */
export async function runGraph(
  graph: Graph,
  names: readonly string[],
  photos: readonly string[],
  manifest: ModelManifest,
  take: (name: string, values: Float32Array) => void,
  change: (data: Float32Array) => void = () => undefined,
): Promise<void> {
  const { InferenceSession } = requirePeer('onnxruntime-node') as OnnxRuntimeNode;
  const outputs = names.map((name) => ({ name, shape: [] }));
  const options = { intraOpNumThreads: 1, logSeverityLevel: 3 };
  const session = await InferenceSession.create(onnxBytes({ ...graph, outputs }), options);
  for (const photo of photos) {
    const { tensor } = await decodeNatively(photo, manifest);
    change(tensor.data);
    const results = await session.run({ [manifest.input.name]: tensor }, names);
    for (const name of names) take(name, results[name]?.data ?? new Float32Array(0));
  }
  await session.release();
}

/** Least and greatest value of everything that the graph computes, and of its input. */
export async function measureRanges(
  graph: Graph,
  photos: readonly string[],
  manifest: ModelManifest,
): Promise<Ranges> {
  const ranges = new Map<string, readonly [number, number]>([[manifest.input.name, [0, 1]]]);
  const names = graph.nodes.flatMap(({ outputs }) => outputs);
  await runGraph(graph, names, photos, manifest, (name, values) => {
    let [least, most] = ranges.get(name) ?? [Infinity, -Infinity];
    for (const value of values) {
      if (value < least) least = value;
      if (value > most) most = value;
    }
    ranges.set(name, [least, most]);
  });
  return ranges;
}

/** Rows with the mean of all taken off each. */
function centred(rows: readonly Float32Array[]): { mean: Float64Array; rows: Float64Array[] } {
  const mean = new Float64Array(rows[0]?.length ?? 0);
  for (const row of rows) row.forEach((value, index) => (mean[index] = (mean[index] ?? 0) + value / rows.length));
  return { mean, rows: rows.map((row) => Float64Array.from(row, (value, index) => value - (mean[index] ?? 0))) };
}

const dot = (left: Float64Array, right: Float64Array): number =>
  left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);

/** The direction in which rows differ most (by power iteration), so long that they vary by 1 along it. */
function mainDirection(rows: readonly Float64Array[]): Float64Array {
  const size = rows[0]?.length ?? 0;
  let direction = Float64Array.from(rows[0] ?? []);
  for (let step = 0; step < 60; step += 1) {
    const next = new Float64Array(size);
    for (const row of rows) {
      const along = dot(row, direction);
      row.forEach((value, index) => (next[index] = (next[index] ?? 0) + value * along));
    }
    const length = Math.sqrt(dot(next, next));
    direction = next.map((value) => value / length);
  }
  const deviation = Math.sqrt(rows.reduce((sum, row) => sum + dot(row, direction) ** 2, 0) / rows.length);
  return direction.map((value) => value / deviation);
}

/** Rows without what lies along any of some directions. */
function without(rows: readonly Float64Array[], directions: readonly Float64Array[]): Float64Array[] {
  const axes: Float64Array[] = [];
  const removed = (row: Float64Array): Float64Array =>
    axes.reduce((rest, axis) => {
      const along = dot(rest, axis);
      return rest.map((value, index) => value - along * (axis[index] ?? 0));
    }, row);
  for (const direction of directions) {
    const rest = removed(direction);
    const length = Math.sqrt(dot(rest, rest));
    if (length > 1e-6 * Math.sqrt(dot(direction, direction))) axes.push(rest.map((value) => value / length));
  }
  return rows.map(removed);
}

/** Softens a tensor a little, as another way to resize does. @param step from one pixel to the next, across or down */
function soften(data: Float32Array, step: number): void {
  const plain = data.slice();
  for (let index = step; index < data.length - step; index += 1) {
    const beside = (plain[index - step] ?? 0) + (plain[index + step] ?? 0);
    data[index] = 0.7 * (plain[index] ?? 0) + 0.15 * beside;
  }
}

/** How far a label's logit goes with the photos. */
const sharpness = 12;

/**
 * Sets the last layer of a random classifier so that photos get different answers, by the two directions in which they
 * differ most and softer ones do not: then they hang on what a photo looks like and not on how it was resized. Labels
 * lie around a circle of these two. Its answers still mean nothing.
 */
export async function spreadAnswers(
  graph: Graph,
  features: string,
  photos: readonly string[],
  manifest: ModelManifest,
): Promise<void> {
  const weights = graph.weights.get('head_weights')?.data as Float32Array;
  const bias = graph.weights.get('head_bias')?.data as Float32Array;
  const seen: Float32Array[] = [];
  await runGraph(graph, [features], photos, manifest, (_, values) => seen.push(Float32Array.from(values)));
  const softened: Float64Array[] = [];
  const takeSoft = (_: string, values: Float32Array): void => {
    const plain = seen[softened.length % seen.length];
    softened.push(Float64Array.from(values, (value, index) => value - (plain?.[index] ?? 0)));
  };
  for (const step of [1, manifest.input.width]) {
    await runGraph(graph, [features], photos, manifest, takeSoft, (data) => soften(data, step));
  }
  const { mean, rows: all } = centred(seen);
  const rows = without(all, softened);
  const first = mainDirection(rows);
  const second = mainDirection(without(rows, [first]));
  const labels = bias.length;
  for (let label = 0; label < labels; label += 1) {
    const angle = (2 * Math.PI * label) / labels;
    const direction = first.map(
      (value, index) => sharpness * (Math.cos(angle) * value + Math.sin(angle) * (second[index] ?? 0)),
    );
    direction.forEach((value, index) => (weights[index * labels + label] = value));
    bias[label] = -dot(direction, mean);
  }
}

/**
 * Scales the last layers of a random detector to logits that vary by 2, with boxes where few of them lie: scores that
 * are all 1 would leave it to chance which boxes are kept.
 */
export async function spreadScores(
  graph: Graph,
  heads: readonly DetectorHead[],
  photos: readonly string[],
  manifest: ModelManifest,
): Promise<void> {
  for (const { output, weights, bias, numbers } of heads) {
    const offsets = graph.weights.get(bias)?.data as Float32Array;
    const sums = new Float64Array(offsets.length);
    let squares = 0;
    let count = 0;
    await runGraph(graph, [output], photos, manifest, (_, values) => {
      const cells = values.length / offsets.length;
      values.forEach((value, index) => {
        const channel = Math.floor(index / cells);
        sums[channel] = (sums[channel] ?? 0) + value;
        squares += value * value;
      });
      count += cells;
    });
    const means = sums.map((sum) => sum / count);
    const factor = 2 / Math.sqrt(squares / count / offsets.length - dot(means, means) / offsets.length);
    const kernel = graph.weights.get(weights)?.data as Float32Array;
    kernel.forEach((value, index) => (kernel[index] = value * factor));
    offsets.forEach((value, index) => {
      offsets[index] = factor * (value - (means[index] ?? 0)) - (index % numbers === 4 ? 6 : 0);
    });
  }
}

/** A layer that gives the numbers of boxes: its names in the graph, and how many numbers a box has. */
export interface DetectorHead {
  output: string;
  weights: string;
  bias: string;
  numbers: number;
}
