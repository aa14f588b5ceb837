import type { RgbaPixels } from '../pixels.ts';
import { readBaselineHeader, type BaselineHeader, type JpegComponent } from './baselineHeader.ts';
import { halfBlockWeights, weightBits, weightOfOne } from './halfBlockWeights.ts';
import { endOfBlock, huffmanLookup, shortBits, skipBits } from './huffmanTables.ts';
import { readScanBits, type ScanBits } from './scanBits.ts';
import { toRgba, type Plane } from './toRgba.ts';

/** Where the scan does not make sense: the caller takes another decoder, which may know how to go on. */
class DamagedScan extends Error {}

/** A component on its way from bits to samples. */
interface Channel extends Plane {
  across: number;
  down: number;
  /** Samples of one block, across and down: 1, or 2 where the component is stored at half the resolution. */
  wide: number;
  high: number;
  step: number;
  dc: Uint16Array;
  dcShort: Uint16Array;
  single: Uint16Array;
  short: Uint16Array;
  skip: Uint16Array;
  weights: ReturnType<typeof halfBlockWeights>;
  prediction: number;
}

/** Kept between photos, because fresh planes for each are garbage by the megabyte. */
const spare: Uint8ClampedArray<ArrayBuffer>[] = [];

function planeOf(index: number, size: number): Uint8ClampedArray<ArrayBuffer> {
  const kept = spare[index];
  if (kept && kept.length >= size) return kept;
  return (spare[index] = new Uint8ClampedArray(size));
}

function channelOf(
  component: JpegComponent,
  index: number,
  most: { across: number; down: number },
  mcus: { across: number; down: number },
): Channel | null {
  const { across, down } = component;
  const wide = most.across / across;
  const high = most.down / down;
  if (![1, 2].includes(wide) || ![1, 2].includes(high) || across > 2 || down > 2) return null;
  const width = mcus.across * most.across;
  const { single, short, skip } = huffmanLookup(component.ac);
  const dc = huffmanLookup(component.dc);
  return {
    across,
    down,
    wide,
    high,
    step: component.steps[0] ?? 1,
    dc: dc.single,
    dcShort: dc.short,
    single,
    short,
    skip,
    weights: halfBlockWeights(component.steps),
    prediction: 0,
    width,
    samples: planeOf(index, width * mcus.down * most.down),
  };
}

/**
 * Reads one scan, the blocks of one component in one MCU at a time. The two functions are long and say some things
 * twice, because this is where the time goes: they keep all they need in local variables.
 */
class ScanReader {
  readonly #view: DataView;
  readonly #length: number;
  position = 0;

  constructor({ view, length }: ScanBits) {
    this.#view = view;
    this.#length = length;
  }

  /** @throws DamagedScan when more was read than there is */
  assertInside(): void {
    if (this.position > this.#length) throw new DamagedScan();
  }

  /** Blocks whose mean alone is wanted: the other coefficients are passed over, several at a time. */
  readMeans(channel: Channel, first: number): void {
    const view = this.#view;
    const { skip, single, dc, dcShort, samples, width, across, down, step } = channel;
    let { prediction } = channel;
    let { position } = this;
    for (let block = 0; block < across * down; block += 1) {
      let bits = view.getUint32(position >>> 3) << (position & 7);
      const start = dcShort[bits >>> (32 - shortBits)] || dc[bits >>> 16] || 0;
      const size = start >> 5;
      if (start === 0 || size > 11) throw new DamagedScan();
      position += start & 31;
      if (size > 0) {
        const value = (view.getUint32(position >>> 3) << (position & 7)) >>> (32 - size);
        position += size;
        prediction += value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
      }
      let filled = 1;
      while (filled < 64) {
        bits = view.getUint32(position >>> 3) << (position & 7);
        const entry = skip[bits >>> (32 - skipBits)] as number;
        const next = filled + ((entry >> 5) & 127);
        if (entry >= endOfBlock) {
          if (next < 64) {
            position += entry & 31;
            break;
          }
        } else if (entry !== 0 && next <= 64) {
          position += entry & 31;
          filled = next;
          continue;
        }
        // The last coefficients of a block, or one of many bits: one by one, so as not to run into the next block.
        const code = single[bits >>> 16] as number;
        if (code === 0) throw new DamagedScan();
        position += (code & 31) + ((code >> 5) & 15);
        if (code >> 5 === 0) break;
        filled += (code >> 9) + 1;
      }
      const row = across === 1 ? block : block >> 1;
      const at = first + row * width + (across === 1 ? 0 : block & 1);
      samples[at] = ((prediction * step + 4) >> 3) + 128;
    }
    channel.prediction = prediction;
    this.position = position;
  }

  /** A block of a component stored at half the resolution: the means of its halves or quarters. */
  readParts(channel: Channel, at: number): void {
    const view = this.#view;
    const { single, short, dc, dcShort, samples, width, wide, high, step } = channel;
    const { sideways: toLeft, upright: toTop, crosswise: toCorner } = channel.weights;
    let { position } = this;
    let bits = view.getUint32(position >>> 3) << (position & 7);
    const start = dcShort[bits >>> (32 - shortBits)] || dc[bits >>> 16] || 0;
    const length = start >> 5;
    if (start === 0 || length > 11) throw new DamagedScan();
    position += start & 31;
    if (length > 0) {
      const value = (view.getUint32(position >>> 3) << (position & 7)) >>> (32 - length);
      position += length;
      channel.prediction += value < 1 << (length - 1) ? value - (1 << length) + 1 : value;
    }
    const mean = (channel.prediction * step + 1024) * (weightOfOne / 8) + weightOfOne / 2;
    let sideways = 0;
    let upright = 0;
    let crosswise = 0;
    for (let index = 1; index < 64; index += 1) {
      bits = view.getUint32(position >>> 3) << (position & 7);
      const code = short[bits >>> (32 - shortBits)] || single[bits >>> 16] || 0;
      if (code === 0) throw new DamagedScan();
      position += code & 31;
      if (code >> 5 === 0) break;
      index += code >> 9;
      const size = (code >> 5) & 15;
      if (size === 0) continue;
      let value = (view.getUint32(position >>> 3) << (position & 7)) >>> (32 - size);
      position += size;
      if (value < 1 << (size - 1)) value -= (1 << size) - 1;
      if (index > 63) throw new DamagedScan();
      sideways = (sideways + value * (toLeft[index] as number)) | 0;
      upright = (upright + value * (toTop[index] as number)) | 0;
      crosswise = (crosswise + value * (toCorner[index] as number)) | 0;
    }
    this.position = position;
    if (wide === 1) {
      samples[at] = (mean + upright) >> weightBits;
      samples[at + width] = (mean - upright) >> weightBits;
    } else if (high === 1) {
      samples[at] = (mean + sideways) >> weightBits;
      samples[at + 1] = (mean - sideways) >> weightBits;
    } else {
      samples[at] = (mean + sideways + upright + crosswise) >> weightBits;
      samples[at + 1] = (mean - sideways + upright - crosswise) >> weightBits;
      samples[at + width] = (mean + sideways - upright - crosswise) >> weightBits;
      samples[at + width + 1] = (mean - sideways - upright + crosswise) >> weightBits;
    }
  }
}

function readMcu(reader: ScanReader, channels: readonly Channel[], column: number, row: number): void {
  for (const channel of channels) {
    const { across, down, wide, high, width } = channel;
    const first = row * down * high * width + column * across * wide;
    if (wide === 1 && high === 1) reader.readMeans(channel, first);
    else {
      for (let y = 0; y < down; y += 1) {
        for (let x = 0; x < across; x += 1) reader.readParts(channel, first + y * high * width + x * wide);
      }
    }
  }
}

/** @throws DamagedScan */
function readScan(
  bits: ScanBits,
  channels: readonly Channel[],
  mcus: { across: number; down: number },
  restartInterval: number,
): void {
  const reader = new ScanReader(bits);
  let untilRestart = restartInterval;
  let interval = 0;
  for (let row = 0; row < mcus.down; row += 1) {
    for (let column = 0; column < mcus.across; column += 1) {
      if (restartInterval > 0 && untilRestart === 0) {
        interval += 1;
        const start = bits.starts[interval];
        if (start === undefined) throw new DamagedScan();
        reader.position = start;
        untilRestart = restartInterval;
        for (const channel of channels) channel.prediction = 0;
      }
      readMcu(reader, channels, column, row);
      untilRestart -= 1;
    }
    reader.assertInside();
  }
}

function decodeScan(bytes: Uint8Array, header: BaselineHeader): RgbaPixels | null {
  const { width, height, components, restartInterval, scanStart } = header;
  const most = {
    across: Math.max(...components.map(({ across }) => across)),
    down: Math.max(...components.map(({ down }) => down)),
  };
  const mcus = {
    across: Math.ceil(width / (8 * most.across)),
    down: Math.ceil(height / (8 * most.down)),
  };
  const channels: Channel[] = [];
  for (const [index, component] of components.entries()) {
    const channel = channelOf(component, index, most, mcus);
    if (!channel) return null;
    channels.push(channel);
  }
  try {
    readScan(readScanBits(bytes, scanStart), channels, mcus, restartInterval);
  } catch (error) {
    if (error instanceof DamagedScan || error instanceof RangeError) return null;
    throw error;
  }
  return toRgba(channels, { width: Math.ceil(width / 8), height: Math.ceil(height / 8) });
}

/**
 * Decodes a baseline JPEG at an eighth of its size. Each pixel is the mean of 8 x 8 pixels, which is a block's first
 * coefficient: the others, nine tenths of the file, are passed over several at a time by tables, at twice the speed at
 * which a general decoder reads them. The same picture as libjpeg's own scaling by 1/8, to a rounding.
 *
 * @returns pixels as stored, its sides rounded up; null where another decoder has to be taken: see
 * `readBaselineHeader`, or a damaged scan
 */
export function decodeEighth(bytes: Uint8Array): RgbaPixels | null {
  const header = readBaselineHeader(bytes);
  return header && decodeScan(bytes, header);
}
