import { ByteView } from '../byteView.ts';

/** One colour component of a frame. */
export interface JpegComponent {
  /** Blocks of it in one MCU, across and down. */
  across: number;
  down: number;
  /** 64 steps in zigzag order. */
  steps: Uint16Array<ArrayBuffer>;
  /** Definitions of its Huffman tables: 16 counts, then the symbols. */
  dc: Uint8Array;
  ac: Uint8Array;
}

/** What is needed to read the one scan of a baseline JPEG. */
export interface BaselineHeader {
  width: number;
  height: number;
  /** One (grey) or three (YCbCr). */
  components: JpegComponent[];
  /** MCUs between two restart markers; 0 for none. */
  restartInterval: number;
  /** Offset of the scan's first byte. */
  scanStart: number;
}

/** A component before its tables are known. */
interface Draft {
  id: number;
  across: number;
  down: number;
  table: number;
}

const marker = {
  sof0: 0xc0,
  sof1: 0xc1,
  dht: 0xc4,
  sos: 0xda,
  dqt: 0xdb,
  dri: 0xdd,
  app2: 0xe2,
  app14: 0xee,
};

function isOtherFrame(code: number): boolean {
  return code >= 0xc2 && code <= 0xcf && code !== marker.dht && code !== 0xc8 && code !== 0xcc;
}

function readSteps(
  bytes: Uint8Array,
  view: ByteView,
  start: number,
  end: number,
  tables: Uint16Array<ArrayBuffer>[],
): void {
  let offset = start;
  while (offset < end) {
    const wide = (bytes[offset] ?? 0) >> 4 === 1;
    const table = new Uint16Array(64);
    for (let index = 0; index < 64; index += 1) {
      table[index] = wide ? view.uint16(offset + 1 + 2 * index) : view.uint8(offset + 1 + index);
    }
    tables[(bytes[offset] ?? 0) & 15] = table;
    offset += wide ? 129 : 65;
  }
}

function readHuffman(bytes: Uint8Array, start: number, end: number, tables: Map<number, Uint8Array>): void {
  let offset = start;
  while (offset + 17 <= end) {
    const counts = bytes.subarray(offset + 1, offset + 17);
    const symbols = counts.reduce((sum, count) => sum + count, 0);
    tables.set(bytes[offset] ?? 0, bytes.subarray(offset + 1, offset + 17 + symbols));
    offset += 17 + symbols;
  }
}

function startsWith(bytes: Uint8Array, offset: number, text: string): boolean {
  return Array.from(text).every((letter, index) => bytes[offset + index] === letter.charCodeAt(0));
}

/**
 * Reads the headers of a baseline JPEG with one scan (ITU-T T.81, annex B), grey or YCbCr.
 *
 * @returns null for any other: progressive, arithmetic, 12 bits, CMYK, RGB, several scans, or with a colour profile,
 * which only the browser can apply
 */
export function readBaselineHeader(bytes: Uint8Array): BaselineHeader | null {
  const view = new ByteView(bytes);
  const steps: Uint16Array<ArrayBuffer>[] = [];
  const huffman = new Map<number, Uint8Array>();
  let frame: { width: number; height: number; drafts: Draft[] } | null = null;
  let restartInterval = 0;
  let offset = 2;
  while (offset + 4 <= bytes.length) {
    const code = bytes[offset + 1] ?? 0;
    if (bytes[offset] !== 0xff) return null;
    if (code === 0xff) {
      offset += 1;
      continue;
    }
    const start = offset + 4;
    const end = offset + 2 + Math.max(2, view.uint16(offset + 2));
    if (end > bytes.length || isOtherFrame(code)) return null;
    if (code === marker.dqt) readSteps(bytes, view, start, end, steps);
    else if (code === marker.dht) readHuffman(bytes, start, end, huffman);
    else if (code === marker.dri) restartInterval = view.uint16(start);
    else if (code === marker.app2 && startsWith(bytes, start, 'ICC_PROFILE')) return null;
    else if (code === marker.app14 && startsWith(bytes, start, 'Adobe') && bytes[start + 11] !== 1)
      return null;
    else if (code === marker.sof0 || code === marker.sof1) {
      const drafts = Array.from({ length: view.uint8(start + 5) }, (_, index) => {
        const at = start + 6 + 3 * index;
        return {
          id: view.uint8(at),
          across: view.uint8(at + 1) >> 4,
          down: view.uint8(at + 1) & 15,
          table: view.uint8(at + 2),
        };
      });
      if (view.uint8(start) !== 8 || (drafts.length !== 1 && drafts.length !== 3)) return null;
      frame = { height: view.uint16(start + 1), width: view.uint16(start + 3), drafts };
    } else if (code === marker.sos) {
      if (!frame || frame.width === 0 || frame.height === 0) return null;
      const components = scanComponents(view, start, frame.drafts, steps, huffman);
      return (
        components && {
          width: frame.width,
          height: frame.height,
          components,
          restartInterval,
          scanStart: end,
        }
      );
    }
    offset = end;
  }
  return null;
}

/** The components of the scan with their tables; null unless it holds all of the frame's, in order. */
function scanComponents(
  view: ByteView,
  start: number,
  drafts: readonly Draft[],
  steps: readonly Uint16Array<ArrayBuffer>[],
  huffman: ReadonlyMap<number, Uint8Array>,
): JpegComponent[] | null {
  const isRgb = drafts.map(({ id }) => String.fromCharCode(id)).join('') === 'RGB';
  if (view.uint8(start) !== drafts.length || isRgb) return null;
  const components: JpegComponent[] = [];
  for (const [index, { id, across, down, table }] of drafts.entries()) {
    const at = start + 1 + 2 * index;
    const dc = huffman.get(view.uint8(at + 1) >> 4);
    const ac = huffman.get(16 + (view.uint8(at + 1) & 15));
    const own = steps[table];
    if (view.uint8(at) !== id || !dc || !ac || !own) return null;
    // The single component of a grey JPEG is not interleaved: its factors mean nothing (T.81, A.2.2).
    const isAlone = drafts.length === 1;
    components.push({ across: isAlone ? 1 : across, down: isAlone ? 1 : down, steps: own, dc, ac });
  }
  return components;
}
