import { endOfBlock, huffmanLookup, shortBits, skipBits, type HuffmanLookup } from './huffmanTables.ts';

/** The code of one component in one scan, and what is known of its blocks so far. */
export interface ChannelCode {
  dc: HuffmanLookup | null;
  ac: HuffmanLookup | null;
  /** Blocks in one MCU. */
  perMcu: number;
  /** Sum of the differences of the mean so far, in steps. */
  prediction: number;
  /** The most that the mean can be from mid-grey, in steps. */
  mostPrediction: number;
  /** Bits that a coefficient can have. */
  mostDcBits: number;
  mostAcBits: number;
}

/** A component's code. @param step of its means @param precision bits of a sample */
export function channelCode(
  { dc, ac }: { dc: Uint8Array | null; ac: Uint8Array | null },
  perMcu: number,
  step: number,
  precision: number,
): ChannelCode {
  // The mean of a block is 8 times a sample; encoders round, and some by more than half a step.
  const mostMean = 8 << (precision - 1);
  return {
    dc: dc && huffmanLookup(dc),
    ac: ac && huffmanLookup(ac),
    perMcu,
    prediction: 0,
    mostPrediction: Math.ceil(mostMean / Math.max(1, step)) + 2 + Math.ceil(64 / Math.max(1, step)),
    mostDcBits: precision + 3,
    mostAcBits: precision + 2,
  };
}

/**
 * Passes over coded blocks as fast as tables can (ITU-T T.81, annexes F and G). Each method returns false where the
 * bits are no code, name more coefficients than a block has, or a mean that no picture has.
 */
export class BlockPasser {
  readonly #view: DataView;
  position = 0;
  /** Blocks that the end of a band still stands for (G.1.2.2). */
  endRun = 0;

  /** @param view readable a few bytes beyond its end */
  constructor(view: DataView) {
    this.#view = view;
  }

  /** The next bits, the first one highest. */
  #peek(): number {
    return this.#view.getUint32(this.position >>> 3) << (this.position & 7);
  }

  #take(bits: number): number {
    if (bits === 0) return 0;
    const value = this.#peek() >>> (32 - bits);
    this.position += bits;
    return value;
  }

  /** The blocks of one component in one MCU of a sequential scan. */
  passMcu(code: ChannelCode): boolean {
    const view = this.#view;
    const { dc, ac, perMcu, mostDcBits, mostAcBits, mostPrediction } = code;
    if (!dc || !ac) return false;
    const { skip, single } = ac;
    let { position } = this;
    let { prediction } = code;
    for (let block = 0; block < perMcu; block += 1) {
      let bits = view.getUint32(position >>> 3) << (position & 7);
      const start = dc.short[bits >>> (32 - shortBits)] || dc.single[bits >>> 16] || 0;
      const size = start >> 5;
      if (start === 0 || size > mostDcBits) return false;
      position += start & 31;
      if (size > 0) {
        const value = (view.getUint32(position >>> 3) << (position & 7)) >>> (32 - size);
        position += size;
        prediction += value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
        if (prediction > mostPrediction || prediction < -mostPrediction) return false;
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
        const symbol = single[bits >>> 16] as number;
        if (symbol === 0 || ((symbol >> 5) & 15) > mostAcBits) return false;
        position += (symbol & 31) + ((symbol >> 5) & 15);
        if (symbol >> 5 === 0) break;
        filled += (symbol >> 9) + 1;
        if (filled > 64) return false;
      }
    }
    code.prediction = prediction;
    this.position = position;
    return true;
  }

  /** The first bits of a block's mean. @param low bits that come later */
  passMean(code: ChannelCode, low: number): boolean {
    if (!code.dc) return false;
    const entry = code.dc.single[this.#peek() >>> 16] ?? 0;
    const size = entry >> 5;
    if (entry === 0 || size > code.mostDcBits) return false;
    this.position += entry & 31;
    if (size > 0) {
      const value = this.#take(size);
      code.prediction += value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
    }
    return Math.abs(code.prediction * (1 << low)) <= code.mostPrediction + (1 << low);
  }

  /** The first bits of one block's band. @param seen gets a bit for each coefficient that is not 0, in two numbers */
  passBand(code: ChannelCode, first: number, last: number, seen: Uint32Array, at: number): boolean {
    if (this.endRun > 0) {
      this.endRun -= 1;
      return true;
    }
    const table = code.ac?.single;
    if (!table) return false;
    for (let place = first; place <= last; place += 1) {
      const entry = table[this.#peek() >>> 16] ?? 0;
      if (entry === 0) return false;
      this.position += entry & 31;
      const run = entry >> 9;
      const size = (entry >> 5) & 15;
      if (size === 0 && run < 15) {
        this.endRun = (1 << run) + this.#take(run) - 1;
        return true;
      }
      place += run;
      if (place > last || size > code.mostAcBits) return false;
      if (size > 0) {
        this.position += size;
        const word = at + (place >> 5);
        seen[word] = (seen[word] ?? 0) | (1 << (place & 31));
      }
    }
    return true;
  }

  /** One more bit of one block's band. @param seen as `passBand` */
  passRefinement(code: ChannelCode, first: number, last: number, seen: Uint32Array, at: number): boolean {
    const table = code.ac?.single;
    if (!table) return false;
    const isSeen = (place: number): boolean => (((seen[at + (place >> 5)] ?? 0) >>> (place & 31)) & 1) === 1;
    let place = first;
    if (this.endRun === 0) {
      for (; place <= last; place += 1) {
        const entry = table[this.#peek() >>> 16] ?? 0;
        const size = (entry >> 5) & 15;
        if (entry === 0 || size > 1) return false;
        this.position += entry & 31;
        let run = entry >> 9;
        if (size === 0 && run < 15) {
          this.endRun = (1 << run) + this.#take(run);
          break;
        }
        if (size === 1) this.position += 1;
        for (; place <= last; place += 1) {
          if (isSeen(place)) this.position += 1;
          else if (run === 0) break;
          else run -= 1;
        }
        if (place > last) return size === 0 && run === 0;
        if (size === 1) {
          const word = at + (place >> 5);
          seen[word] = (seen[word] ?? 0) | (1 << (place & 31));
        }
      }
    }
    if (this.endRun > 0) {
      for (; place <= last; place += 1) if (isSeen(place)) this.position += 1;
      this.endRun -= 1;
    }
    return true;
  }
}
