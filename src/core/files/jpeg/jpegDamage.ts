import { BlockPasser, channelCode, type ChannelCode } from './blockPasser.ts';
import { SegmentWalk, type JpegFrame, type ScanHeader } from './segmentWalk.ts';
import { readScanBits, type ScanBits } from './scanBits.ts';

/** Where a photo's data stop making sense. */
export interface Damage {
  /** The share of the picture above it, 0-1; null where only the whole is known not to fit. */
  below: number | null;
}

/** How the blocks of a scan lie in its MCUs. */
interface ScanGrid {
  mcus: number;
  across: number;
}

function gridOf(frame: JpegFrame, { components }: ScanHeader): ScanGrid {
  const mostAcross = Math.max(1, ...frame.components.map(({ across }) => across));
  const mostDown = Math.max(1, ...frame.components.map(({ down }) => down));
  const [only] = components;
  // The blocks of a component alone are not padded to whole MCUs (A.2.2).
  const isAlone = components.length === 1 && only;
  const across = isAlone
    ? Math.ceil(Math.ceil((frame.width * only.across) / mostAcross) / 8)
    : Math.ceil(frame.width / (8 * mostAcross));
  const down = isAlone
    ? Math.ceil(Math.ceil((frame.height * only.down) / mostDown) / 8)
    : Math.ceil(frame.height / (8 * mostDown));
  return { mcus: across * down, across };
}

/** What scans before left of each component of a progressive picture. */
interface Progress {
  /** Blocks in a row, padded to whole MCUs. */
  width: number;
  /** Two numbers a block: a bit for each coefficient that is not 0. */
  seen: Uint32Array<ArrayBuffer>;
}

type Pass = (passer: BlockPasser, mcu: number) => boolean;

function sequentialPass(codes: readonly ChannelCode[]): Pass {
  return (passer) => {
    for (const code of codes) if (!passer.passMcu(code)) return false;
    return true;
  };
}

function progressivePass(
  { first, last, high, low, components }: ScanHeader,
  codes: readonly ChannelCode[],
  progress: ReadonlyMap<number, Progress>,
  { across }: ScanGrid,
): Pass {
  if (first === 0) {
    if (high > 0) {
      const bits = codes.reduce((sum, { perMcu }) => sum + perMcu, 0);
      return (passer) => {
        passer.position += bits;
        return true;
      };
    }
    return (passer) => {
      for (const code of codes) {
        for (let block = 0; block < code.perMcu; block += 1) if (!passer.passMean(code, low)) return false;
      }
      return true;
    };
  }
  const [code] = codes;
  const own = progress.get(components[0]?.id ?? -1);
  if (!code || !own || codes.length > 1) return () => false;
  return (passer, block) => {
    const at = 2 * (Math.floor(block / across) * own.width + (block % across));
    return high === 0
      ? passer.passBand(code, first, last, own.seen, at)
      : passer.passRefinement(code, first, last, own.seen, at);
  };
}

/** Bytes that some cameras leave between the last block and the next marker. */
const mostPadding = 2;

/** Goes over all blocks of a scan. @returns the MCU at which it stops making sense, `mcus` for the whole; null if it is sound */
function walkScan(
  { bits, header, grid }: { bits: ScanBits; header: ScanHeader; grid: ScanGrid },
  codes: readonly ChannelCode[],
  pass: Pass,
): number | null {
  const passer = new BlockPasser(bits.view);
  const { mcus } = grid;
  const interval = header.restartInterval > 0 ? header.restartInterval : mcus;
  const intervals = Math.ceil(mcus / interval);
  for (let index = 0; index < intervals; index += 1) {
    const start = bits.starts[index];
    if (start === undefined) return index * interval;
    if (index > 0 && bits.restarts[index - 1] !== ((index - 1) & 7)) return index * interval;
    const end = bits.starts[index + 1] ?? bits.length;
    passer.position = start;
    passer.endRun = 0;
    for (const code of codes) code.prediction = 0;
    const until = Math.min(mcus, (index + 1) * interval);
    for (let mcu = index * interval; mcu < until; mcu += 1) {
      if (!pass(passer, mcu) || passer.position > end) return mcu;
    }
    if (passer.endRun > 0) return until;
    if (end - passer.position >= 8 * (mostPadding + 1)) return until;
  }
  return bits.starts.length > intervals ? mcus : null;
}

function sizeOf({ width, components }: JpegFrame, height: number): Map<number, Progress> {
  const mostAcross = Math.max(1, ...components.map(({ across }) => across));
  const mostDown = Math.max(1, ...components.map(({ down }) => down));
  return new Map(
    components.map(({ id, across, down }) => {
      const columns = Math.ceil(width / (8 * mostAcross)) * across;
      const rows = Math.ceil(height / (8 * mostDown)) * down;
      return [id, { width: columns, seen: new Uint32Array(2 * columns * rows) }];
    }),
  );
}

const mostPixels = 200_000_000;

/**
 * Goes over the coded data of a JPEG without making a picture of it, and counts its blocks against its frame
 * (ITU-T T.81): what a decoder conceals shows here. What lies after the end of the picture plays no part.
 *
 * @returns null for a sound picture, and for a coding that is not known here: arithmetic, lossless, hierarchical
 */
export function jpegDamage(bytes: Uint8Array): Damage | null {
  try {
    return walk(bytes);
  } catch (error) {
    // The bits ran out by more than the spare ones.
    if (error instanceof RangeError) return { below: null };
    throw error;
  }
}

function walk(bytes: Uint8Array): Damage | null {
  const segments = new SegmentWalk(bytes);
  let progress: Map<number, Progress> | null = null;
  const missing = new Set<number>();
  let header = segments.nextScan(2);
  const { frame } = segments;
  if (!header || !frame || segments.hasForeignFrame()) return null;
  for (const { id } of frame.components) missing.add(id);
  for (; header; header = segments.nextScan(header.start)) {
    const scan: ScanHeader = header;
    const bits = readScanBits(bytes, scan.start);
    if (frame.height === 0) segments.readLines(bits.end);
    if (frame.height === 0 || frame.width * frame.height > mostPixels) return null;
    const grid = gridOf(frame, scan);
    const isAlone = scan.components.length === 1;
    const codes = scan.components.map((component) =>
      channelCode(
        component,
        isAlone ? 1 : component.across * component.down,
        segments.steps[component.table] ?? 1,
        frame.precision,
      ),
    );
    if (frame.isProgressive) progress ??= sizeOf(frame, frame.height);
    const pass = progress ? progressivePass(scan, codes, progress, grid) : sequentialPass(codes);
    const stop = walkScan({ bits, header: scan, grid }, codes, pass);
    if (stop !== null) {
      return { below: stop >= grid.mcus ? null : Math.floor(stop / grid.across) / (grid.mcus / grid.across) };
    }
    if (scan.first === 0) for (const { id } of scan.components) missing.delete(id);
    if (!frame.isProgressive && missing.size === 0) return null;
    scan.start = bits.end;
  }
  return missing.size > 0 || segments.hasForeignFrame() ? { below: null } : null;
}
