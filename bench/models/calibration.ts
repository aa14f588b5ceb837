import type { ModelManifest } from '../../src/core/manifest/modelManifest.ts';
import { decodeNatively } from '../peers/native.ts';
import { requirePeer } from '../peers/install.ts';
import type { OnnxRuntimeNode } from '../peers/nativeTypes.ts';
import { onnxBytes, type Graph } from './onnxWriter.ts';
import type { Ranges } from './quantise.ts';

/** Runs a graph on photos with every one of `names` as an output. @param take gets the values photo by photo */
export async function runGraph(
  graph: Graph,
  names: readonly string[],
  photos: readonly string[],
  manifest: ModelManifest,
  take: (name: string, values: Float32Array) => void,
): Promise<void> {
  const { InferenceSession } = requirePeer('onnxruntime-node') as OnnxRuntimeNode;
  const outputs = names.map((name) => ({ name, shape: [] }));
  const options = { intraOpNumThreads: 1, logSeverityLevel: 3 };
  const session = await InferenceSession.create(onnxBytes({ ...graph, outputs }), options);
  for (const photo of photos) {
    const { tensor } = await decodeNatively(photo, manifest);
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

/**
 * Sets the last layer of a random classifier so that photos get different answers: without it, every photo gets the
 * label with the largest constant part. Its answers still mean nothing.
 */
export async function spreadAnswers(
  graph: Graph,
  features: string,
  photos: readonly string[],
  manifest: ModelManifest,
): Promise<void> {
  const weights = graph.weights.get('head_weights')?.data as Float32Array;
  const bias = graph.weights.get('head_bias')?.data as Float32Array;
  const labels = bias.length;
  const rows: Float32Array[] = [];
  await runGraph(graph, [features], photos, manifest, (_, values) => rows.push(Float32Array.from(values)));
  const size = weights.length / labels;
  const mean = new Float64Array(size);
  for (const row of rows) row.forEach((value, index) => (mean[index] = (mean[index] ?? 0) + value / rows.length));
  let square = 0;
  const logit = (row: Float32Array, label: number): number => {
    let sum = 0;
    for (let index = 0; index < size; index += 1) {
      sum += ((row[index] ?? 0) - (mean[index] ?? 0)) * (weights[index * labels + label] ?? 0);
    }
    return sum;
  };
  for (const row of rows) for (let label = 0; label < labels; label += 1) square += logit(row, label) ** 2;
  const factor = 2 / Math.sqrt(square / (rows.length * labels));
  weights.forEach((value, index) => (weights[index] = value * factor));
  for (let label = 0; label < labels; label += 1) {
    let sum = 0;
    for (let index = 0; index < size; index += 1) sum += (mean[index] ?? 0) * (weights[index * labels + label] ?? 0);
    bias[label] = -sum;
  }
}
