import { createRandom, type RandomSource } from '../../src/core/statistics/randomSource.ts';
import type { Attributes, Graph, GraphNode, GraphValue, Weights } from './onnxWriter.ts';

/** A tensor on its way through the graph: `[1, channels, height, width]`. */
export interface Feature {
  name: string;
  channels: number;
}

export interface Convolution {
  channels: number;
  kernel?: number;
  stride?: number;
  /** As many groups as channels: each channel for itself. */
  depthwise?: boolean;
  padding?: number;
  /** Variance of the output for an input of variance 1; 2 before a ReLU keeps the signal's strength. */
  gain?: number;
  /**
   * Random weights between channels, but a smooth bell over the kernel's pixels: the network then sees what lies where
   * and not the noise of single pixels, in which ways to resize a photo differ.
   */
  smooth?: boolean;
}

/** The bell `[1, 2, 1]` (or wider) over a square, so scaled that its squares add up to the number of pixels. */
function bell(kernel: number): Float64Array {
  const row = Array.from({ length: kernel }, (_, index) => 1 + Math.min(index, kernel - 1 - index));
  const square = Float64Array.from(row.flatMap((left) => row.map((right) => left * right)));
  const power = square.reduce((sum, value) => sum + value * value, 0);
  return square.map((value) => value * Math.sqrt(square.length / power));
}

/** Builds networks with random weights, the same on every machine. */
export class GraphBuilder {
  readonly nodes: GraphNode[] = [];
  readonly weights = new Map<string, Weights>();
  readonly #random: RandomSource;
  #count = 0;

  constructor(seed: number) {
    this.#random = createRandom(seed, 5);
  }

  graph(inputs: readonly GraphValue[], outputs: readonly GraphValue[]): Graph {
    return { nodes: this.nodes, weights: this.weights, inputs, outputs };
  }

  node(operator: string, inputs: readonly string[], attributes: Attributes = {}, output?: string): string {
    const name = output ?? this.#name(operator);
    this.nodes.push({ operator, inputs, outputs: [name], attributes });
    return name;
  }

  constant(shape: readonly number[], data: Weights['data']): string {
    const name = this.#name('weights');
    this.weights.set(name, { shape, data });
    return name;
  }

  /** Normal numbers of the given standard deviation. */
  normal(count: number, deviation: number): Float32Array {
    const values = new Float32Array(count);
    for (let index = 0; index < count; index += 1) {
      // Twelve even numbers add up to very nearly a normal one; six do for weights.
      let sum = -3;
      for (let part = 0; part < 6; part += 1) sum += this.#random.next();
      values[index] = sum * Math.SQRT2 * deviation;
    }
    return values;
  }

  convolution(input: Feature, options: Convolution): Feature {
    const { channels, kernel = 1, stride = 1, depthwise = false, gain = 1, smooth = false } = options;
    const padding = options.padding ?? (kernel - 1) >> 1;
    const depth = depthwise ? 1 : input.channels;
    const deviation = Math.sqrt(gain / (depth * kernel * kernel));
    const shape = [channels, depth, kernel, kernel];
    const weights = this.constant(
      shape,
      smooth
        ? this.#smooth(channels * depth, kernel, deviation)
        : this.normal(channels * depth * kernel * kernel, deviation),
    );
    const bias = this.constant([channels], this.normal(channels, 0.02 * Math.min(1, gain)));
    const name = this.node('Conv', [input.name, weights, bias], {
      kernel_shape: [kernel, kernel],
      strides: [stride, stride],
      pads: [padding, padding, padding, padding],
      group: depthwise ? channels : 1,
    });
    return { name, channels };
  }

  /** Clip to 0-6. */
  relu6({ name, channels }: Feature): Feature {
    const limits = [0, 6].map((limit) => this.constant([], Float32Array.of(limit)));
    return { name: this.node('Clip', [name, ...limits]), channels };
  }

  /** x * sigmoid(x), also called swish. */
  silu({ name, channels }: Feature): Feature {
    return { name: this.node('Mul', [name, this.node('Sigmoid', [name])]), channels };
  }

  add(left: Feature, right: Feature): Feature {
    return { name: this.node('Add', [left.name, right.name]), channels: left.channels };
  }

  concat(features: readonly Feature[]): Feature {
    const channels = features.reduce((sum, feature) => sum + feature.channels, 0);
    const names = features.map(({ name }) => name);
    return { name: this.node('Concat', names, { axis: 1 }), channels };
  }

  #smooth(planes: number, kernel: number, deviation: number): Float32Array {
    const shape = bell(kernel);
    const strengths = this.normal(planes, deviation);
    return Float32Array.from(
      { length: planes * shape.length },
      (_, index) => (strengths[Math.floor(index / shape.length)] ?? 0) * (shape[index % shape.length] ?? 0),
    );
  }

  #name(kind: string): string {
    this.#count += 1;
    return `${kind.toLowerCase()}_${this.#count}`;
  }
}
