/**
 * Lookup tables of one Huffman code. Each entry tells what the next bits begin with; 0 where they begin with no code,
 * or with one that is too long for the table.
 */
export interface HuffmanLookup {
  /** By 16 bits, one symbol: the length of its code, and the symbol times 32. */
  single: Uint16Array<ArrayBuffer>;
  /** The same by `shortBits`, for all but the rarest symbols: small enough to stay in the nearest cache. */
  short: Uint16Array<ArrayBuffer>;
  /**
   * By `skipBits`, as many AC coefficients as they hold, to be passed over: bits of codes and values together, plus how
   * many positions they fill times 32, plus `endOfBlock` if the block ends with them.
   */
  skip: Uint16Array<ArrayBuffer>;
}

export const shortBits = 11;
/** Measured on photos of 3 MB: 12 to 15 are within a tenth of each other. */
export const skipBits = 13;
export const endOfBlock = 1 << 12;
const lookupBits = 16;
const entries = 1 << lookupBits;

/** Entries by the first bits: canonical codes in order of length (ITU-T T.81, C.2). */
function singleTable(definition: Uint8Array): Uint16Array<ArrayBuffer> {
  const table = new Uint16Array(entries);
  let read = 16;
  let first = 0;
  for (let length = 1; length <= 16; length += 1) {
    const span = 1 << (lookupBits - length);
    for (let count = definition[length - 1] ?? 0; count > 0; count -= 1) {
      table.fill(length | ((definition[read] ?? 0) << 5), first, Math.min(entries, first + span));
      first += span;
      read += 1;
    }
  }
  return table;
}

function shortTable(single: Uint16Array<ArrayBuffer>): Uint16Array<ArrayBuffer> {
  return Uint16Array.from({ length: 1 << shortBits }, (_, bits) => {
    const entry = single[bits << (lookupBits - shortBits)] ?? 0;
    return (entry & 31) <= shortBits ? entry : 0;
  });
}

function skipTable(single: Uint16Array<ArrayBuffer>): Uint16Array<ArrayBuffer> {
  const table = new Uint16Array(1 << skipBits);
  for (let bits = 0; bits < table.length; bits += 1) {
    let used = 0;
    let filled = 0;
    let end = 0;
    while (end === 0) {
      const entry = single[(bits << (lookupBits - skipBits + used)) & (entries - 1)] ?? 0;
      const symbol = entry >> 5;
      const size = symbol & 15;
      const run = symbol >> 4;
      const length = (entry & 31) + size;
      if (entry === 0 || used + length > skipBits || filled > 64) break;
      used += length;
      if (symbol === 0) end = endOfBlock;
      else filled += run + 1;
    }
    table[bits] = used === 0 ? 0 : used | (filled << 5) | end;
  }
  return table;
}

const mostTables = 16;
const tables = new Map<string, HuffmanLookup>();

/** The tables of a code. They are kept: one camera writes the same ones into every photo. */
export function huffmanLookup(definition: Uint8Array): HuffmanLookup {
  const key = String.fromCharCode(...definition);
  let lookup = tables.get(key);
  if (!lookup) {
    const single = singleTable(definition);
    lookup = { single, short: shortTable(single), skip: skipTable(single) };
    if (tables.size >= mostTables) tables.clear();
    tables.set(key, lookup);
  }
  return lookup;
}
