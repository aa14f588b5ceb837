import type { Graph } from './onnxWriter.ts';
import { GraphBuilder, type Feature } from './graphBuilder.ts';

/** Side of the square input of both classifiers, px. */
export const classifierSide = 224;
/** As many species as a regional classifier has. */
export const classifierLabels = 40;
/** Names that transformers.js expects. */
export const classifierInput = 'pixel_values';
export const classifierOutput = 'logits';
/** What is averaged over the picture and goes into the last layer; read once to set that layer's bias. */
export const featuresOutput = 'features';

const image: Feature = { name: classifierInput, channels: 3 };

function finish(builder: GraphBuilder, feature: Feature): Graph {
  const pooled = builder.node('GlobalAveragePool', [feature.name]);
  builder.node('Flatten', [pooled], { axis: 1 }, featuresOutput);
  const { channels } = feature;
  builder.weights.set('head_weights', {
    shape: [channels, classifierLabels],
    data: builder.normal(channels * classifierLabels, Math.sqrt(1 / channels)),
  });
  builder.weights.set('head_bias', { shape: [classifierLabels], data: new Float32Array(classifierLabels) });
  builder.node('Gemm', [featuresOutput, 'head_weights', 'head_bias'], {}, classifierOutput);
  return builder.graph(
    [{ name: classifierInput, shape: [1, 3, classifierSide, classifierSide] }],
    [{ name: classifierOutput, shape: [1, classifierLabels] }],
  );
}

/** Expansion, channels, repeats, stride: table 2 of Sandler et al. 2018. */
const invertedResiduals = [
  [1, 16, 1, 1],
  [6, 24, 2, 2],
  [6, 32, 3, 2],
  [6, 64, 4, 2],
  [6, 96, 3, 1],
  [6, 160, 3, 2],
  [6, 320, 1, 1],
] as const;

/** The layers of MobileNetV2 1.0 at 224 px, with batch normalisation folded in. */
export function mobileNetV2(): Graph {
  const builder = new GraphBuilder(1);
  let feature = builder.relu6(builder.convolution(image, { channels: 32, kernel: 3, stride: 2, gain: 2, smooth: true }));
  for (const [expansion, channels, repeats, firstStride] of invertedResiduals) {
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      const stride = repeat === 0 ? firstStride : 1;
      const before = feature;
      const wide = before.channels * expansion;
      const expanded =
        expansion === 1 ? before : builder.relu6(builder.convolution(before, { channels: wide, gain: 2 }));
      const filtered = builder.relu6(
        builder.convolution(expanded, { channels: wide, kernel: 3, stride, depthwise: true, gain: 2, smooth: true }),
      );
      const narrow = builder.convolution(filtered, { channels });
      feature = stride === 1 && before.channels === channels ? builder.add(before, narrow) : narrow;
    }
  }
  return finish(builder, builder.relu6(builder.convolution(feature, { channels: 1280, gain: 2 })));
}

/** Expansion, channels, repeats, stride, kernel: table 1 of Tan and Le 2019. */
const mobileBlocks = [
  [1, 16, 1, 1, 3],
  [6, 24, 2, 2, 3],
  [6, 40, 2, 2, 5],
  [6, 80, 3, 2, 3],
  [6, 112, 3, 1, 5],
  [6, 192, 4, 2, 5],
  [6, 320, 1, 1, 3],
] as const;

/** Weighs each channel by what the whole picture says of it. */
function squeezeAndExcite(builder: GraphBuilder, feature: Feature, reduced: number): Feature {
  const pooled = { name: builder.node('GlobalAveragePool', [feature.name]), channels: feature.channels };
  const squeezed = builder.silu(builder.convolution(pooled, { channels: reduced, gain: 4 }));
  const excited = builder.convolution(squeezed, { channels: feature.channels });
  const weight = builder.node('Sigmoid', [excited.name]);
  return { name: builder.node('Mul', [feature.name, weight]), channels: feature.channels };
}

/**
 * The layers of EfficientNet-B0 at 224 px, with batch normalisation folded in. The signal is kept small, where swish is
 * nearly a straight line: a deep random network that bends it often gives unrelated answers for nearly equal photos.
 */
export function efficientNetB0(): Graph {
  const builder = new GraphBuilder(2);
  let feature = builder.silu(builder.convolution(image, { channels: 32, kernel: 3, stride: 2, gain: 0.02, smooth: true }));
  for (const [expansion, channels, repeats, firstStride, kernel] of mobileBlocks) {
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      const stride = repeat === 0 ? firstStride : 1;
      const before = feature;
      const wide = before.channels * expansion;
      const expanded =
        expansion === 1 ? before : builder.silu(builder.convolution(before, { channels: wide, gain: 4 }));
      const filtered = builder.silu(
        builder.convolution(expanded, { channels: wide, kernel, stride, depthwise: true, gain: 4, smooth: true }),
      );
      const weighed = squeezeAndExcite(builder, filtered, before.channels / 4);
      const narrow = builder.convolution(weighed, { channels, gain: 4 });
      feature = stride === 1 && before.channels === channels ? builder.add(before, narrow) : narrow;
    }
  }
  return finish(builder, builder.silu(builder.convolution(feature, { channels: 1280, gain: 4 })));
}
