/** Part of a file: from `start` up to, not including, `end`, in bytes. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * Reads numbers from a file that may be cut short or damaged: bytes outside it count as 0, so nothing here throws.
 * Whoever loops over offsets bounds the loop by `length`.
 */
export class ByteView {
  readonly bytes: Uint8Array;
  readonly littleEndian: boolean;

  constructor(bytes: Uint8Array, littleEndian = false) {
    this.bytes = bytes;
    this.littleEndian = littleEndian;
  }

  get length(): number {
    return this.bytes.length;
  }

  uint8(offset: number): number {
    return this.bytes[offset] ?? 0;
  }

  uint16(offset: number): number {
    return this.unsigned(offset, 2);
  }

  uint24(offset: number): number {
    return this.unsigned(offset, 3);
  }

  uint32(offset: number): number {
    return this.unsigned(offset, 4);
  }

  /** A number of 0 to 8 bytes; exact up to 2 ** 53. */
  unsigned(offset: number, size: number): number {
    let value = 0;
    for (let index = 0; index < size; index += 1) {
      value = value * 256 + this.uint8(this.littleEndian ? offset + size - 1 - index : offset + index);
    }
    return value;
  }

  /** Bytes as Latin-1 characters; shorter than asked for where the file ends. */
  text(offset: number, length: number): string {
    return String.fromCharCode(...this.bytes.subarray(offset, offset + length));
  }
}
