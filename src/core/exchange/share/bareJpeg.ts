/** SOI, then what a picture needs and no more: JFIF's own header, tables, frame and scan headers. */
function isNeeded(marker: number): boolean {
  const isFrame = marker >= 0xc0 && marker <= 0xcf;
  return isFrame || marker === 0xdb || marker === 0xdd || marker === 0xda || marker === 0xe0;
}

const jfif = [0x4a, 0x46, 0x49, 0x46, 0x00];

/**
 * A JPEG with its pixels and nothing else: no Exif, XMP, colour profile, preview, comment, nor anything after its end.
 * What an encoder writes today is bare already; this holds whatever it writes tomorrow.
 *
 * @throws RangeError when the bytes are no JPEG that can be followed from its first marker to its last
 */
export function bareJpeg(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const at = (offset: number): number => bytes[offset] ?? -1;
  if (at(0) !== 0xff || at(1) !== 0xd8) throw new RangeError('not a JPEG: it does not begin with FF D8');
  const pieces = [bytes.subarray(0, 2)];
  let offset = 2;
  for (;;) {
    const marker = at(offset + 1);
    if (at(offset) !== 0xff || marker < 0) throw new RangeError(`not a JPEG: no marker at byte ${offset}`);
    if (marker === 0xd9) break;
    if (offset + 4 > bytes.length) throw new RangeError('not a JPEG: it is cut short');
    const length = at(offset + 2) * 256 + at(offset + 3);
    // Its own two bytes count: anything less would stand still.
    if (length < 2) throw new RangeError(`not a JPEG: a segment of no length at byte ${offset}`);
    let end = offset + 2 + length;
    if (marker === 0xda) end = scanEnd(bytes, end);
    if (end > bytes.length) throw new RangeError('not a JPEG: it is cut short');
    const isJfif = marker !== 0xe0 || jfif.every((byte, index) => at(offset + 4 + index) === byte);
    if (isNeeded(marker) && isJfif) pieces.push(bytes.subarray(offset, end));
    offset = end;
  }
  pieces.push(bytes.subarray(offset, offset + 2));
  return joined(pieces);
}

/** Where the next marker stands that is no restart and no stuffed zero. */
function scanEnd(bytes: Uint8Array, start: number): number {
  for (let offset = bytes.indexOf(0xff, start); offset >= 0; offset = bytes.indexOf(0xff, offset + 1)) {
    const next = bytes[offset + 1] ?? 0;
    const isData = next === 0x00 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!isData) return offset;
  }
  return bytes.length + 1;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}
