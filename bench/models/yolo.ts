import type { DetectorHead } from './calibration.ts';
import { GraphBuilder, type Feature } from './graphBuilder.ts';
import type { Graph } from './onnxWriter.ts';

/** Side of the square input, px. */
export const yoloSide = 640;
/** Animal, person, vehicle, as MegaDetector v5 has. */
export const yoloLabels = 3;
export const yoloInput = 'images';
export const yoloOutput = 'output0';
const anchorsPerCell = 3;
const numbersPerBox = 5 + yoloLabels;
const anchors = [
  [10, 13, 16, 30, 33, 23],
  [30, 61, 62, 45, 59, 119],
  [116, 90, 156, 198, 373, 326],
] as const;

class YoloBuilder extends GraphBuilder {
  /** Convolution and SiLU. */
  block(input: Feature, channels: number, kernel = 1, stride = 1, padding = kernel >> 1): Feature {
    return this.silu(this.convolution(input, { channels, kernel, stride, padding, gain: 3, smooth: true }));
  }

  /** The cross-stage block with three convolutions. */
  crossStage(input: Feature, channels: number, repeats: number, shortcut = true): Feature {
    const half = channels / 2;
    let inner = this.block(input, half);
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      const bottleneck = this.block(this.block(inner, half), half, 3);
      inner = shortcut ? this.add(inner, bottleneck) : bottleneck;
    }
    return this.block(this.concat([inner, this.block(input, half)]), channels);
  }

  /** Three poolings of 5 px, one after another, beside each other. */
  pyramid(input: Feature, channels: number): Feature {
    const features = [this.block(input, channels / 2)];
    for (let level = 0; level < 3; level += 1) {
      const last = features[level] as Feature;
      const attributes = { kernel_shape: [5, 5], strides: [1, 1], pads: [2, 2, 2, 2] };
      features.push({ name: this.node('MaxPool', [last.name], attributes), channels: last.channels });
    }
    return this.block(this.concat(features), channels);
  }

  enlarge(input: Feature): Feature {
    const scales = this.constant([4], Float32Array.of(1, 1, 2, 2));
    const attributes = {
      mode: 'nearest',
      coordinate_transformation_mode: 'asymmetric',
      nearest_mode: 'floor',
    };
    return { name: this.node('Resize', [input.name, '', scales], attributes), channels: input.channels };
  }

  /** Boxes of one level, `[1, cells, 8]`: the formulas of YOLOv5's own export, with the grid as constants. */
  detections(input: Feature, stride: number, level: number): string {
    const side = yoloSide / stride;
    const cells = anchorsPerCell * side * side;
    const convolved = this.convolution(input, { channels: anchorsPerCell * numbersPerBox });
    const shape = (sides: number[]): string =>
      this.constant([sides.length], BigInt64Array.from(sides, BigInt));
    const split = this.node('Reshape', [convolved.name, shape([1, anchorsPerCell, numbersPerBox, side, side])]);
    const turned = this.node('Transpose', [split], { perm: [0, 1, 3, 4, 2] });
    const flat = this.node('Reshape', [turned, shape([1, cells, numbersPerBox])]);
    const likely = this.node('Sigmoid', [flat]);
    const part = (from: number, to: number): string =>
      this.node('Slice', [likely, shape([from]), shape([to]), shape([2])]);
    const origin = new Float32Array(cells * 2);
    const sizes = new Float32Array(cells * 2);
    for (let cell = 0; cell < cells; cell += 1) {
      const anchor = Math.floor(cell / (side * side));
      origin[2 * cell] = ((cell % side) - 0.5) * stride;
      origin[2 * cell + 1] = ((Math.floor(cell / side) % side) - 0.5) * stride;
      sizes[2 * cell] = 4 * (anchors[level]?.[2 * anchor] ?? 0);
      sizes[2 * cell + 1] = 4 * (anchors[level]?.[2 * anchor + 1] ?? 0);
    }
    const step = this.constant([1], Float32Array.of(2 * stride));
    const centre = this.node('Add', [
      this.node('Mul', [part(0, 2), step]),
      this.constant([1, cells, 2], origin),
    ]);
    const spread = part(2, 4);
    const size = this.node('Mul', [
      this.node('Mul', [spread, spread]),
      this.constant([1, cells, 2], sizes),
    ]);
    return this.node('Concat', [centre, size, part(4, numbersPerBox)], { axis: 2 });
  }
}

/** The layers that give the boxes of each level. */
export function yoloHeads({ nodes, weights }: Graph): DetectorHead[] {
  return nodes.flatMap(({ operator, inputs: [, kernel = '', bias = ''], outputs: [output = ''] }) =>
    operator === 'Conv' && weights.get(kernel)?.shape[0] === anchorsPerCell * numbersPerBox
      ? [{ output, weights: kernel, bias, numbers: numbersPerBox }]
      : [],
  );
}

/** The layers of YOLOv5s at 640 px with batch normalisation folded in; boxes come as `[1, 25200, 8]`. */
export function yoloV5s(): Graph {
  const builder = new YoloBuilder(3);
  const image: Feature = { name: yoloInput, channels: 3 };
  let feature = builder.block(image, 32, 6, 2, 2);
  feature = builder.crossStage(builder.block(feature, 64, 3, 2), 64, 1);
  const fine = builder.crossStage(builder.block(feature, 128, 3, 2), 128, 2);
  const middle = builder.crossStage(builder.block(fine, 256, 3, 2), 256, 3);
  const coarse = builder.crossStage(builder.block(middle, 512, 3, 2), 512, 1);
  const top = builder.block(builder.pyramid(coarse, 512), 256);
  const joined = builder.crossStage(builder.concat([builder.enlarge(top), middle]), 256, 1, false);
  const lateral = builder.block(joined, 128);
  const small = builder.crossStage(builder.concat([builder.enlarge(lateral), fine]), 128, 1, false);
  const medium = builder.crossStage(
    builder.concat([builder.block(small, 128, 3, 2), lateral]),
    256,
    1,
    false,
  );
  const large = builder.crossStage(builder.concat([builder.block(medium, 256, 3, 2), top]), 512, 1, false);
  const levels = [small, medium, large].map((level, index) =>
    builder.detections(level, 8 << index, index),
  );
  builder.node('Concat', levels, { axis: 1 }, yoloOutput);
  return builder.graph(
    [{ name: yoloInput, shape: [1, 3, yoloSide, yoloSide] }],
    [{ name: yoloOutput, shape: [1, 25200, numbersPerBox] }],
  );
}
