import type { Graph, GraphNode, Weights } from './onnxWriter.ts';

/** Least and greatest value of each tensor, from a run on a few photos. */
export type Ranges = ReadonlyMap<string, readonly [number, number]>;

/** What ONNX Runtime can run on whole numbers. */
const quantised = new Set(['Conv', 'Sigmoid', 'Mul', 'Add', 'Concat', 'MaxPool', 'Resize']);
/** Its output has the values of its input, so the scale stays the same. */
const keepsRange = new Set(['MaxPool', 'Resize']);

interface Scale {
  scale: number;
  zero: number;
}

/** 8 bits without sign for what lies between two values; 0 is always exact. */
function activationScale([least, most]: readonly [number, number]): Scale {
  const low = Math.min(0, least);
  const high = Math.max(0, most, low + 1e-6);
  const scale = (high - low) / 255;
  return { scale, zero: Math.round(-low / scale) };
}

class Quantiser {
  readonly nodes: GraphNode[] = [];
  readonly weights: Map<string, Weights>;
  readonly #ranges: Map<string, readonly [number, number]>;
  readonly #done = new Map<string, string>();

  constructor(weights: ReadonlyMap<string, Weights>, ranges: Ranges) {
    this.weights = new Map(weights);
    this.#ranges = new Map(ranges);
  }

  scaleOf(name: string): Scale {
    return activationScale(this.#ranges.get(name) ?? [-1, 1]);
  }

  copyRange(from: string, to: string): void {
    this.#ranges.set(to, this.#ranges.get(from) ?? [-1, 1]);
  }

  /** The tensor after rounding to 8 bits, as whole-number kernels see it. */
  activation(name: string): string {
    const known = this.#done.get(name);
    if (known !== undefined) return known;
    const { scale, zero } = this.scaleOf(name);
    this.weights.set(`${name}_scale`, { shape: [], data: Float32Array.of(scale) });
    this.weights.set(`${name}_zero`, { shape: [], data: Uint8Array.of(zero) });
    const parameters = [`${name}_scale`, `${name}_zero`];
    const inputs = [`${name}_levels`, ...parameters];
    this.nodes.push(
      { operator: 'QuantizeLinear', inputs: [name, ...parameters], outputs: [`${name}_levels`] },
      { operator: 'DequantizeLinear', inputs, outputs: [`${name}_rounded`] },
    );
    this.#done.set(name, `${name}_rounded`);
    return `${name}_rounded`;
  }

  /** Weights in 8 bits with a scale for each output channel, and the bias in 32. */
  convolution({ inputs: [input = '', weights = '', bias = ''] }: GraphNode): string[] {
    const rounded = this.activation(input);
    const kernel = this.weights.get(weights);
    const offsets = this.weights.get(bias);
    if (!(kernel?.data instanceof Float32Array) || !(offsets?.data instanceof Float32Array)) {
      throw new Error(`${weights}: only a convolution with constant weights can be quantised`);
    }
    const channels = kernel.shape[0] ?? 1;
    const size = kernel.data.length / channels;
    const scales = new Float32Array(channels);
    const levels = new Int8Array(kernel.data.length);
    const biases = new Int32Array(channels);
    const biasScales = new Float32Array(channels);
    for (let channel = 0; channel < channels; channel += 1) {
      const values = kernel.data.subarray(channel * size, (channel + 1) * size);
      const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9) / 127;
      scales[channel] = scale;
      values.forEach((value, index) => (levels[channel * size + index] = Math.round(value / scale)));
      biasScales[channel] = scale * this.scaleOf(input).scale;
      biases[channel] = Math.round((offsets.data[channel] ?? 0) / (biasScales[channel] ?? 1));
    }
    const store = (name: string, shape: readonly number[], data: Weights['data']): string => {
      this.weights.set(name, { shape, data });
      return name;
    };
    const dequantise = (name: string, inputs: string[]): string => {
      const attributes = { axis: 0 };
      this.nodes.push({ operator: 'DequantizeLinear', inputs, outputs: [`${name}_rounded`], attributes });
      return `${name}_rounded`;
    };
    this.weights.delete(weights);
    this.weights.delete(bias);
    return [
      rounded,
      dequantise(weights, [
        store(`${weights}_levels`, kernel.shape, levels),
        store(`${weights}_scales`, [channels], scales),
        store(`${weights}_zeros`, [channels], new Int8Array(channels)),
      ]),
      dequantise(bias, [
        store(`${bias}_levels`, [channels], biases),
        store(`${bias}_scales`, [channels], biasScales),
        store(`${bias}_zeros`, [channels], new Int32Array(channels)),
      ]),
    ];
  }
}

/**
 * The graph with 8-bit weights and activations in QDQ form: every convolution and what lies between them, but nothing
 * from the first `Reshape` on, where boxes are computed.
 */
export function quantise(graph: Graph, ranges: Ranges): Graph {
  const quantiser = new Quantiser(graph.weights, ranges);
  const exact = new Set<string>();
  for (const node of graph.nodes) {
    const isExact = !quantised.has(node.operator) || node.inputs.some((input) => exact.has(input));
    if (isExact) {
      const inputs = node.inputs.map((input) =>
        ranges.has(input) && !exact.has(input) ? quantiser.activation(input) : input,
      );
      quantiser.nodes.push({ ...node, inputs });
      for (const output of node.outputs) exact.add(output);
      continue;
    }
    const [first = '', ...rest] = node.inputs;
    if (keepsRange.has(node.operator)) quantiser.copyRange(first, node.outputs[0] ?? '');
    const inputs =
      node.operator === 'Conv'
        ? quantiser.convolution(node)
        : node.operator === 'Resize'
          ? [quantiser.activation(first), ...rest]
          : node.inputs.map((input) => quantiser.activation(input));
    quantiser.nodes.push({ ...node, inputs });
  }
  return { ...graph, nodes: quantiser.nodes, weights: quantiser.weights };
}
