import { ByteView } from '../byteView.ts';

/** A component of a frame: its blocks in one MCU, across and down, and its quantisation table. */
export interface FrameComponent {
  id: number;
  across: number;
  down: number;
  table: number;
}

/** What a frame header says (ITU-T T.81, B.2.2). */
export interface JpegFrame {
  /** Bits of a sample. */
  precision: number;
  width: number;
  /** 0 where it is told only after the first scan. */
  height: number;
  isProgressive: boolean;
  components: FrameComponent[];
}

/** What a scan header says (B.2.3), with the tables in force where it stands. */
export interface ScanHeader {
  components: (FrameComponent & { dc: Uint8Array | null; ac: Uint8Array | null })[];
  /** First and last coefficient, and by how many bits they are and were shifted: 0, 63, 0, 0 unless progressive. */
  first: number;
  last: number;
  high: number;
  low: number;
  restartInterval: number;
  /** Offset of its first coded byte. */
  start: number;
}

const marker = { dht: 0xc4, eoi: 0xd9, sos: 0xda, dqt: 0xdb, dnl: 0xdc, dri: 0xdd };

/** Huffman-coded frames of DCT, sequential or progressive; the others are arithmetic, lossless or hierarchical. */
const knownFrames = new Set([0xc0, 0xc1, 0xc2]);

function isFrame(code: number): boolean {
  return code >= 0xc0 && code <= 0xcf && code !== marker.dht && code !== 0xc8 && code !== 0xcc;
}

/** Goes through the segments of a JPEG, scan by scan. Never reads outside its bytes, and never throws. */
export class SegmentWalk {
  frame: JpegFrame | null = null;
  /** First quantisation step of each table. */
  readonly steps: number[] = [];
  #isForeign = false;
  readonly #bytes: Uint8Array;
  readonly #view: ByteView;
  readonly #huffman = new Map<number, Uint8Array>();
  #restartInterval = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new ByteView(bytes);
  }

  /** True when a frame was met whose coding is not known here, or a second one. */
  hasForeignFrame(): boolean {
    return this.#isForeign;
  }

  /** The next scan from an offset on; null where the picture or the file ends before one. */
  nextScan(from: number): ScanHeader | null {
    const bytes = this.#bytes;
    let offset = from;
    while (offset + 4 <= bytes.length) {
      const code = bytes[offset + 1] ?? 0;
      if (bytes[offset] !== 0xff || code === 0xff) {
        offset = bytes.indexOf(0xff, offset + 1);
        if (offset < 0) return null;
        continue;
      }
      if (code === marker.eoi) return null;
      if (code <= 1 || (code >= 0xd0 && code <= 0xd8)) {
        offset += 2;
        continue;
      }
      const start = offset + 4;
      const end = Math.min(bytes.length, offset + 2 + Math.max(2, this.#view.uint16(offset + 2)));
      if (code === marker.sos) return this.#scanAt(start, end);
      if (code === marker.dqt) this.#readSteps(start, end);
      else if (code === marker.dht) this.#readHuffman(start, end);
      else if (code === marker.dri) this.#restartInterval = this.#view.uint16(start);
      else if (isFrame(code)) this.#readFrame(code, start);
      if (this.#isForeign) return null;
      offset = end;
    }
    return null;
  }

  /** Takes the height from a marker after the first scan (B.2.5), where one stands. */
  readLines(offset: number): void {
    const isThere = this.#view.uint16(offset) === 0xff00 + marker.dnl;
    if (isThere && this.frame?.height === 0) this.frame.height = this.#view.uint16(offset + 4);
  }

  #readSteps(start: number, end: number): void {
    let offset = start;
    while (offset < end) {
      const head = this.#bytes[offset] ?? 0;
      const isWide = head >> 4 === 1;
      this.steps[head & 15] = isWide ? this.#view.uint16(offset + 1) : this.#view.uint8(offset + 1);
      offset += isWide ? 129 : 65;
    }
  }

  #readHuffman(start: number, end: number): void {
    let offset = start;
    while (offset + 17 <= end) {
      const symbols = this.#bytes.subarray(offset + 1, offset + 17).reduce((sum, count) => sum + count, 0);
      this.#huffman.set(
        this.#bytes[offset] ?? 0,
        this.#bytes.subarray(offset + 1, Math.min(end, offset + 17 + symbols)),
      );
      offset += 17 + symbols;
    }
  }

  #readFrame(code: number, start: number): void {
    const view = this.#view;
    if (!knownFrames.has(code) || this.frame) {
      this.#isForeign = true;
      return;
    }
    this.frame = {
      precision: view.uint8(start),
      height: view.uint16(start + 1),
      width: view.uint16(start + 3),
      isProgressive: code === 0xc2,
      components: Array.from({ length: view.uint8(start + 5) }, (_, index) => {
        const at = start + 6 + 3 * index;
        const factors = view.uint8(at + 1);
        return { id: view.uint8(at), across: factors >> 4, down: factors & 15, table: view.uint8(at + 2) };
      }),
    };
  }

  #scanAt(start: number, end: number): ScanHeader | null {
    const view = this.#view;
    const count = view.uint8(start);
    const components: ScanHeader['components'] = [];
    for (let index = 0; index < count; index += 1) {
      const at = start + 1 + 2 * index;
      const found = this.frame?.components.find(({ id }) => id === view.uint8(at));
      if (!found) return null;
      const tables = view.uint8(at + 1);
      const dc = this.#huffman.get(tables >> 4) ?? null;
      components.push({ ...found, dc, ac: this.#huffman.get(16 + (tables & 15)) ?? null });
    }
    const at = start + 1 + 2 * count;
    const isProgressive = this.frame?.isProgressive === true;
    return {
      components,
      first: isProgressive ? view.uint8(at) : 0,
      last: isProgressive ? Math.min(63, view.uint8(at + 1)) : 63,
      high: isProgressive ? view.uint8(at + 2) >> 4 : 0,
      low: isProgressive ? view.uint8(at + 2) & 15 : 0,
      restartInterval: this.#restartInterval,
      start: end,
    };
  }
}
