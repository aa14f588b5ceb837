/** One field of a protobuf message: a number, or the bytes of a text, a list or a message. */
export interface ProtobufField {
  field: number;
  /** Of a varint; 0 for other kinds. Exact up to 2 ** 53. */
  value: number;
  /** Of a field with a length; null for other kinds. Shorter than declared where the message is cut short. */
  bytes: Uint8Array | null;
}

/** How the reading of a message ended: at its end, in the middle of a field, or at something that is no field. */
export type ProtobufEnd = 'whole' | 'cut-short' | 'malformed';

interface Varint {
  value: number;
  next: number;
}

function readVarint(bytes: Uint8Array, offset: number): Varint | null {
  let value = 0;
  for (let index = 0; index < 10; index += 1) {
    const byte = bytes[offset + index];
    if (byte === undefined) return null;
    value += (byte & 127) * 2 ** (7 * index);
    if (byte < 128) return { value, next: offset + index + 1 };
  }
  return null;
}

/** Bytes of the fields whose length is fixed, by wire type. */
const fixedLengths: Record<number, number> = { 1: 8, 5: 4 };

/**
 * Goes through the fields of one message, without going into messages inside it. Never throws, and looks at each
 * byte of the message at most once, skipping over what has a length.
 *
 * @param visit is called with each field that is whole, and with the last one when it is cut short
 */
export function readProtobuf(bytes: Uint8Array, visit: (field: ProtobufField) => void): ProtobufEnd {
  let offset = 0;
  while (offset < bytes.length) {
    const tag = readVarint(bytes, offset);
    if (!tag) return bytes.length - offset < 10 ? 'cut-short' : 'malformed';
    const field = Math.floor(tag.value / 8);
    const wireType = tag.value % 8;
    if (field === 0) return 'malformed';
    if (wireType === 0 || wireType === 2) {
      const number = readVarint(bytes, tag.next);
      if (!number) return bytes.length - tag.next < 10 ? 'cut-short' : 'malformed';
      if (wireType === 0) {
        visit({ field, value: number.value, bytes: null });
        offset = number.next;
        continue;
      }
      const end = number.next + number.value;
      visit({ field, value: 0, bytes: bytes.subarray(number.next, Math.min(end, bytes.length)) });
      if (end > bytes.length) return 'cut-short';
      offset = end;
    } else {
      const length = fixedLengths[wireType];
      if (length === undefined) return 'malformed';
      visit({ field, value: 0, bytes: null });
      offset = tag.next + length;
      if (offset > bytes.length) return 'cut-short';
    }
  }
  return 'whole';
}
