import { float16Bits } from './float16.ts';
import { planInput, type InputFrame } from './inputFrame.ts';
import type { Placement } from './letterbox.ts';
import type { ModelInput } from '../manifest/modelManifest.ts';
import type { BoundingBox } from '../prediction/box.ts';
import { orientedSize, storedBox, uprightSteps } from './orientation.ts';
import type { Orientation } from '../../files/image/imageHeader.ts';
import type { PhotoPixels, Size } from '../../files/pixels.ts';
import { resizeRows } from './resize.ts';

/** Numbers of a tensor; half precision is kept as its 16 bits. */
export type TensorData = Float32Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/** A photo as a model takes it. */
export interface InputTensor extends InputFrame {
  type: ModelInput['type'];
  data: TensorData;
  /** `[1, 3, height, width]`, or `[1, height, width, 3]` for a model with layout NHWC. */
  shape: number[];
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

function emptyData(type: ModelInput['type'], length: number): TensorData {
  if (type === 'uint8') return new Uint8Array(length);
  return type === 'float16' ? new Uint16Array(length) : new Float32Array(length);
}

/** What each level of 0-255 is in the tensor. */
function levelTable(channel: Channel, input: ModelInput): TensorData {
  const table = emptyData(input.type, 256);
  for (let level = 0; level < 256; level += 1) {
    const value = normalise(level, channel, input);
    table[level] = input.type === 'float16' ? float16Bits(value) : value;
  }
  return table;
}

/** How the tensor is laid out: numbers between neighbouring pixels, and between the channels of one pixel. */
function stepsOf(layout: ModelInput['layout'], pixels: number): { pixelStep: number; channelStep: number } {
  return layout === 'NCHW' ? { pixelStep: 1, channelStep: pixels } : { pixelStep: 3, channelStep: 1 };
}

/** A tensor of padding. */
function padded(input: ModelInput, pixels: number, tables: readonly TensorData[]): TensorData {
  const data = emptyData(input.type, 3 * pixels);
  if (input.resize.mode !== 'letterbox') return data;
  const { pixelStep, channelStep } = stepsOf(input.layout, pixels);
  for (const channel of channels) {
    const value = tables[channel]?.[Math.round(input.resize.padValue)] ?? 0;
    let write = channel * channelStep;
    for (let pixel = 0; pixel < pixels; pixel += 1) {
      data[write] = value;
      write += pixelStep;
    }
  }
  return data;
}

/**
 * The least size a photo must be decoded to for this input, in its stored axes. All of it where the resize has no
 * antialias, because a photo that was shrunk before would come out smoother than the model was trained with, and where
 * the manifest asks for it.
 *
 * @param photo full size as stored
 * @param crop the part of the upright photo that the model is to see, in pixels; all of it unless given
 */
export function storedSizeIn(
  input: ModelInput,
  photo: Size,
  orientation: Orientation,
  crop?: BoundingBox,
): Size {
  if (!input.antialias || input.exactDecode === true) return photo;
  const { width, height } = planInput(input, orientedSize(photo, orientation), crop).placement;
  return orientedSize({ width: Math.ceil(width), height: Math.ceil(height) }, orientation);
}

/** The part of a placed photo that lies in the input, in pixels of the placed photo. */
function visiblePart(target: Placement, input: Size): { x: number; y: number } & Size {
  const x = Math.max(0, -target.left);
  const y = Math.max(0, -target.top);
  return {
    x,
    y,
    width: Math.min(target.width, input.width - target.left) - x,
    height: Math.min(target.height, input.height - target.top) - y,
  };
}

/**
 * Resizes a photo into a model's input, turned upright: the resize runs in the stored axes, which is equivalent,
 * and each finished row is written to where it lies in the upright photo.
 *
 * @param orientation what is still to be applied to the pixels
 * @param crop the part of the upright photo that the model is to see, in pixels; unless given, all but info bars
 */
export function toInputTensor(
  pixels: PhotoPixels,
  input: ModelInput,
  orientation: Orientation,
  crop?: BoundingBox,
): InputTensor {
  const upright = orientedSize(pixels.photo, orientation);
  const { width, height, region, target, placement } = planInput(input, upright, crop);
  const visible = visiblePart(target, { width, height });
  const window = storedBox(visible, target, orientation);
  const { first, stepX, stepY } = uprightSteps(window, orientation, width);
  const { pixelStep, channelStep } = stepsOf(input.layout, width * height);
  const tables = [levelTable(0, input), levelTable(1, input), levelTable(2, input)] as const;
  const [table0, table1, table2] = tables;
  const [offset0, offset2] = input.colorOrder === 'RGB' ? [0, 2] : [2, 0];
  const corner = (target.top + visible.y) * width + target.left + visible.x;
  const step = stepX * pixelStep;
  const data = padded(input, width * height, tables);
  const plan = {
    size: orientedSize(target, orientation),
    region: storedBox(region, upright, orientation),
    window,
  };

  resizeRows(pixels, plan, input, (row, y) => {
    let write = (corner + first + y * stepY) * pixelStep;
    for (let read = 0; read < window.width * 3; read += 3) {
      data[write] = table0[row[read + offset0] as number] as number;
      data[write + channelStep] = table1[row[read + 1] as number] as number;
      data[write + 2 * channelStep] = table2[row[read + offset2] as number] as number;
      write += step;
    }
  });

  const shape = input.layout === 'NCHW' ? [1, 3, height, width] : [1, height, width, 3];
  return { type: input.type, data, shape, width, height, placement, photo: upright };
}
