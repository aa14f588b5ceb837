const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Map(Array.from(digits, (digit, value) => [digit.charCodeAt(0), value]));

/** Bytes as base64 (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
  const text: string[] = [];
  for (let start = 0; start < bytes.length; start += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(start, start + 3);
    const group = (first << 16) | (second << 8) | third;
    const given = Math.min(3, bytes.length - start);
    for (let index = 0; index < 4; index += 1) {
      text.push(index > given ? '=' : (digits[(group >> (18 - index * 6)) & 63] ?? ''));
    }
  }
  return text.join('');
}

/** The bytes of base64 text; what is no digit of it ends the text. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const plain = text.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((plain.length * 3) / 4));
  for (let start = 0; start < plain.length; start += 4) {
    let group = 0;
    for (let index = 0; index < 4; index += 1) {
      group = (group << 6) | (values.get(plain.charCodeAt(start + index)) ?? 0);
    }
    const place = (start / 4) * 3;
    // Writing beyond the end of a typed array does nothing, which is what an unfinished group needs.
    bytes[place] = group >> 16;
    bytes[place + 1] = group >> 8;
    bytes[place + 2] = group;
  }
  return bytes;
}
