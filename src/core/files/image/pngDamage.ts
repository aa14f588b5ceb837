import { ByteView } from '../byteView.ts';

const chunkTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The checksum of a chunk's name and data (W3C PNG, third edition, annex D). */
function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (chunkTable[(value ^ byte) & 255] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/** Capital names are of chunks without which there is no picture. */
function isCritical(name: string): boolean {
  return /^[A-Z]/.test(name);
}

/**
 * The share of a PNG's data, 0-1, from which on its checksums are wrong or its chunks cannot be followed; null where all
 * hold up to the last chunk. What lies after that plays no part, nor do chunks that decoders may pass over.
 */
export function pngDamageFrom(bytes: Uint8Array): number | null {
  const view = new ByteView(bytes);
  let offset = 8;
  while (offset + 12 <= bytes.length) {
    const length = view.uint32(offset);
    const name = view.text(offset + 4, 4);
    const end = offset + 12 + length;
    if (end > bytes.length || !/^[A-Za-z]{4}$/.test(name)) return offset / bytes.length;
    if (isCritical(name) && checksum(bytes.subarray(offset + 4, end - 4)) !== view.uint32(end - 4)) {
      return offset / bytes.length;
    }
    if (name === 'IEND') return null;
    offset = end;
  }
  return offset / bytes.length;
}
