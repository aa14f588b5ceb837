/** The coded bits of a scan without byte stuffing and markers, to be read from any bit on. */
export interface ScanBits {
  /** Big-endian; readable a few bytes beyond the end, where it is zero. */
  view: DataView;
  /** Bits in all. */
  length: number;
  /** The bit at which each restart interval begins, the first being 0. */
  starts: number[];
  /** The numbers of the restart markers, 0-7. */
  restarts: number[];
  /** Offset of the marker that ends the scan, or of the end of the file. */
  end: number;
}

const spare = 16;
let buffer = new Uint8Array(0);

/**
 * Takes the stuffing out of a scan (ITU-T T.81, B.1.1.5): a zero after each FF, and restart markers. It ends at any
 * other marker. The buffer is used again for the next scan.
 */
export function readScanBits(bytes: Uint8Array, start: number): ScanBits {
  const most = bytes.length - start + spare;
  if (buffer.length < most) buffer = new Uint8Array(most + 65_536);
  const starts = [0];
  const restarts: number[] = [];
  let end = bytes.length;
  let write = 0;
  let from = start;
  for (;;) {
    const found = bytes.indexOf(0xff, from);
    const until = found < 0 ? bytes.length : found;
    buffer.set(bytes.subarray(from, until), write);
    write += until - from;
    const next = bytes[until + 1];
    if (found < 0 || next === undefined) break;
    if (next === 0) {
      buffer[write] = 0xff;
      write += 1;
    } else if (next >= 0xd0 && next <= 0xd7) {
      starts.push(write * 8);
      restarts.push(next & 7);
    } else if (next !== 0xff) {
      end = until;
      break;
    }
    from = next === 0xff ? until + 1 : until + 2;
  }
  buffer.fill(0, write, write + spare);
  return { view: new DataView(buffer.buffer), length: write * 8, starts, restarts, end };
}
