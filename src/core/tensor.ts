import { placePhoto, type Placement } from './letterbox.ts';
import type { ModelInput } from './modelManifest.ts';
import { orientedSize, uprightSteps } from './orientation.ts';
import type { Orientation } from './photoMetadata.ts';
import type { PhotoPixels, Size } from './pixels.ts';
import { resizeRows } from './resize.ts';

/** A photo as a model takes it. */
export interface InputTensor {
  data: Float32Array<ArrayBuffer>;
  /** `[1, 3, height, width]`, or `[1, height, width, 3]` for a model with layout NHWC. */
  shape: number[];
  /** Where the upright photo lies in it, to map boxes back. */
  placement: Placement;
}

const channels = [0, 1, 2] as const;
type Channel = (typeof channels)[number];

/** A level of 0-255 as the model takes it: brought to its range, then centred and scaled. */
function normalise(
  level: number,
  channel: Channel,
  { range: [black, white], mean, std }: ModelInput,
): number {
  return (black + ((white - black) * level) / 255 - mean[channel]) / std[channel];
}

function levelTable(channel: Channel, input: ModelInput): Float32Array {
  return Float32Array.from({ length: 256 }, (_, level) => normalise(level, channel, input));
}

/** How the tensor is laid out: numbers between neighbouring pixels, and between the channels of one pixel. */
function stepsOf({ layout, width, height }: ModelInput): { pixelStep: number; channelStep: number } {
  return layout === 'NCHW' ? { pixelStep: 1, channelStep: width * height } : { pixelStep: 3, channelStep: 1 };
}

function padded(input: ModelInput): Float32Array<ArrayBuffer> {
  const { width, height, resize } = input;
  const data = new Float32Array(3 * width * height);
  if (resize.mode === 'stretch') return data;
  const { pixelStep, channelStep } = stepsOf(input);
  for (const channel of channels) {
    const value = normalise(resize.padValue, channel, input);
    let write = channel * channelStep;
    for (let pixel = 0; pixel < width * height; pixel += 1) {
      data[write] = value;
      write += pixelStep;
    }
  }
  return data;
}

/**
 * The size the photo has in the model's input, in its stored axes: what to decode it to, at least.
 *
 * @param photo full size as stored
 */
export function storedSizeIn(input: ModelInput, photo: Size, orientation: Orientation): Size {
  const { width, height } = placePhoto(orientedSize(photo, orientation), input, input.resize);
  return orientedSize({ width, height }, orientation);
}

/**
 * Resizes a photo into a model's input, turned upright: the resize runs in the stored axes, which is equivalent,
 * and each finished row is written to where it lies in the upright photo.
 *
 * @param orientation what is still to be applied to the pixels
 */
export function toInputTensor(pixels: PhotoPixels, input: ModelInput, orientation: Orientation): InputTensor {
  const upright = orientedSize(pixels.photo, orientation);
  const placement = placePhoto(upright, input, input.resize);
  const stored = orientedSize({ width: placement.width, height: placement.height }, orientation);
  const { first, stepX, stepY } = uprightSteps(stored, orientation, input.width);
  const { pixelStep, channelStep } = stepsOf(input);
  const [table0, table1, table2] = [levelTable(0, input), levelTable(1, input), levelTable(2, input)];
  const [offset0, offset2] = input.colorOrder === 'RGB' ? [0, 2] : [2, 0];
  const corner = placement.top * input.width + placement.left;
  const step = stepX * pixelStep;
  const data = padded(input);

  resizeRows(pixels, stored, input.antialias, (row, y) => {
    let write = (corner + first + y * stepY) * pixelStep;
    for (let read = 0; read < stored.width * 3; read += 3) {
      data[write] = table0[row[read + offset0] as number] as number;
      data[write + channelStep] = table1[row[read + 1] as number] as number;
      data[write + 2 * channelStep] = table2[row[read + offset2] as number] as number;
      write += step;
    }
  });

  const { width, height } = input;
  return { data, shape: input.layout === 'NCHW' ? [1, 3, height, width] : [1, height, width, 3], placement };
}
