/** Zigzag order: position in the stream to position in the 8x8 block. */
export const zigzag = Uint8Array.from([
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7,
  14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46,
  53, 60, 61, 54, 47, 55, 62, 63,
]);

const luminanceSteps = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22,
  29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103,
  121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];

const chrominanceSteps = [
  17,
  18,
  24,
  47,
  99,
  99,
  99,
  99,
  18,
  21,
  26,
  66,
  99,
  99,
  99,
  99,
  24,
  26,
  56,
  99,
  99,
  99,
  99,
  99,
  47,
  66,
  99,
  99,
  ...new Array<number>(36).fill(99),
];

/** Quantisation steps (64, row by row) of ITU T.81 annex K, scaled to a quality of 1-100 as libjpeg does. */
export function quantisationSteps(kind: 'luminance' | 'chrominance', quality: number): Uint8Array {
  const scale = quality < 50 ? Math.floor(5000 / quality) : 200 - quality * 2;
  const steps = kind === 'luminance' ? luminanceSteps : chrominanceSteps;
  return Uint8Array.from(steps, (step) => Math.min(255, Math.max(1, Math.floor((step * scale + 50) / 100))));
}

/** One Huffman table: how many codes of each length 1-16, and the symbols in order of their codes. */
export interface HuffmanTable {
  counts: readonly number[];
  symbols: Uint8Array;
  /** Code bits by symbol. */
  codes: Uint16Array;
  /** Code length in bits by symbol. */
  lengths: Uint8Array;
}

function huffmanTable(counts: readonly number[], symbolsHex: string): HuffmanTable {
  const symbols = Uint8Array.from(symbolsHex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const codes = new Uint16Array(256);
  const lengths = new Uint8Array(256);
  let code = 0;
  let position = 0;
  counts.forEach((count, index) => {
    for (let n = 0; n < count; n++) {
      const symbol = symbols[position++] ?? 0;
      codes[symbol] = code++;
      lengths[symbol] = index + 1;
    }
    code <<= 1;
  });
  return { counts, symbols, codes, lengths };
}

/** `highRun('2', 4, 10)` is the symbols 24, 25 ... 2a: the tail of each run is regular in annex K. */
function highRun(first: string, from: number, to = 10): string {
  let run = '';
  for (let low = from; low <= to; low++) run += first + low.toString(16);
  return run;
}

const luminanceTail =
  highRun('1', 6) +
  highRun('2', 5) +
  highRun('3', 4) +
  Array.from('4567', (first) => highRun(first, 3)).join('') +
  highRun('8', 3) +
  Array.from('9abcd', (first) => highRun(first, 2)).join('') +
  highRun('e', 1) +
  highRun('f', 1);

const chrominanceTail =
  highRun('1', 7) +
  highRun('2', 6) +
  highRun('3', 5) +
  Array.from('4567', (first) => highRun(first, 3)).join('') +
  Array.from('89abcdef', (first) => highRun(first, 2)).join('');

const dcSymbols = '000102030405060708090a0b';

/** The four Huffman tables of ITU T.81 annex K. */
export const huffmanTables = {
  luminanceDc: huffmanTable([0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0], dcSymbols),
  chrominanceDc: huffmanTable([0, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0], dcSymbols),
  luminanceAc: huffmanTable(
    [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125],
    '0102030004110512213141061351610722711432819' + '1a1082342b1c11552d1f02433627282090a' + luminanceTail,
  ),
  chrominanceAc: huffmanTable(
    [0, 2, 1, 2, 4, 4, 3, 4, 7, 5, 4, 4, 0, 1, 2, 119],
    '0001020311040521310612415107617113223281081442' +
      '91a1b1c109233352f0156272d10a162434e125f1' +
      chrominanceTail,
  ),
};
