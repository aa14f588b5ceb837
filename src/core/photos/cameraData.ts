/** Where in a photo file a value stands. */
export const cameraBlockNames = [
  'file',
  'exif',
  'gps',
  'iptc',
  'xmp',
  'makerNote',
  'icc',
  'thumbnail',
] as const;

export type CameraBlockName = (typeof cameraBlockNames)[number];

/** One tag with its value as text. */
export interface CameraEntry {
  name: string;
  /** Of bytes the first ones in hexadecimal, of a long list of numbers the first ones. */
  text: string;
  /** What `text` is the beginning of; null where it is the whole value. */
  of: { unit: 'bytes' | 'values'; count: number } | null;
}

export interface CameraBlock {
  name: CameraBlockName;
  entries: CameraEntry[];
}

/** What is known of a photo file by its tags. */
export interface CameraData {
  /** Blocks with at least one entry, in the order of `cameraBlockNames`. */
  blocks: CameraBlock[];
  /** A part of the tags could not be read. */
  isDamaged: boolean;
  /** Files of this kind are not looked into, or only for EXIF and some colour profiles. */
  reach: 'all' | 'exif' | 'none';
  /** There is a maker note that nobody decodes. */
  hasUnknownNote: boolean;
}

const firstBytes = 16;
const firstValues = 16;
const mostCharacters = 100_000;
const mostDepth = 8;
/** More than any camera writes; a hostile file must not fill the page. */
const mostEntries = 3000;

/** Text without what has no sign: NULs at its end go, other control characters become spaces. */
function plainText(text: string): string {
  const cut = text.slice(0, mostCharacters).replace(/\0+$/, '');
  return cut.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, ' ').trim();
}

/** The text that bytes spell, if all of them are printable ASCII up to the NULs at their end; else null. */
function spelled(bytes: Uint8Array): string | null {
  let end = Math.min(bytes.length, mostCharacters);
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  if (end < 3) return null;
  const text = Array.from(bytes.subarray(0, end), (byte) => String.fromCharCode(byte)).join('');
  return /^[\t\n\r\x20-\x7e]+$/.test(text) ? text : null;
}

function bytesEntry(name: string, bytes: Uint8Array): CameraEntry {
  const text = spelled(bytes);
  if (text !== null) return { name, text: plainText(text), of: null };
  const first = Array.from(bytes.subarray(0, firstBytes), (byte) => byte.toString(16).padStart(2, '0'));
  return { name, text: first.join(' '), of: { unit: 'bytes', count: bytes.length } };
}

/** A number as short as it can be without a visible loss: cameras write 1/60 s as a fraction. */
const numberText = (value: number): string => String(Number(value.toPrecision(10)));

function primitiveText(value: unknown): string | null {
  if (typeof value === 'string') return plainText(value);
  if (typeof value === 'number') return Number.isFinite(value) ? numberText(value) : null;
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 19).replace('T', ' ');
  }
  return null;
}

function listEntry(name: string, values: readonly unknown[]): CameraEntry | null {
  const texts = values.map(primitiveText);
  if (texts.some((text) => text === null)) return null;
  const areNumbers = values.every((value) => typeof value === 'number');
  const isCut = areNumbers && values.length > 2 * firstValues;
  const text = (isCut ? texts.slice(0, firstValues) : texts).join(', ');
  return { name, text, of: isCut ? { unit: 'values', count: values.length } : null };
}

const isNumbers = (value: unknown): value is ArrayLike<number> =>
  ArrayBuffer.isView(value) && !(value instanceof DataView) && 'length' in value;

function addEntries(entries: CameraEntry[], name: string, value: unknown, depth: number): void {
  if (value === null || value === undefined || entries.length >= mostEntries) return;
  const text = primitiveText(value);
  if (text !== null) {
    if (text !== '') entries.push({ name, text, of: null });
  } else if (value instanceof Uint8Array) {
    if (value.length > 0) entries.push(bytesEntry(name, value));
  } else if (isNumbers(value)) {
    addEntries(
      entries,
      name,
      Array.from({ length: Math.min(value.length, 1e6) }, (_, at) => value[at]),
      depth,
    );
  } else if (Array.isArray(value)) {
    const entry = listEntry(name, value);
    if (entry) {
      if (entry.text !== '') entries.push(entry);
    } else if (depth < mostDepth) {
      value.forEach((item, at) => addEntries(entries, `${name} ${at + 1}`, item, depth + 1));
    }
  } else if (typeof value === 'object' && depth < mostDepth) {
    for (const [key, item] of Object.entries(value)) {
      // XMP's text in a language: `{ lang, value }`.
      const inner = key === 'value' ? name : `${name} ${key}`;
      addEntries(entries, inner, item, depth + 1);
    }
  }
}

/** The tags of one object of names and values, whatever these are. Never throws. */
export function cameraEntries(tags: unknown): CameraEntry[] {
  const entries: CameraEntry[] = [];
  if (typeof tags !== 'object' || tags === null) return entries;
  for (const [name, value] of Object.entries(tags)) addEntries(entries, plainText(name), value, 0);
  return entries;
}

/** XMP's namespaces, as `dc:creator`. */
export function xmpEntries(namespaces: unknown): CameraEntry[] {
  if (typeof namespaces !== 'object' || namespaces === null) return [];
  const spaces = Object.entries(namespaces).filter(([space]) => space !== 'xmlns');
  return spaces
    .flatMap(([space, tags]) => {
      const named = (entry: CameraEntry): CameraEntry => ({ ...entry, name: `${space}:${entry.name}` });
      return cameraEntries(tags).map(named);
    })
    .slice(0, mostEntries);
}

/** EXIF's user comment: eight bytes name its characters (EXIF 2.32, section 4.6.6); null for what cannot be read so. */
export function userComment(bytes: Uint8Array): string | null {
  const code = String.fromCharCode(...bytes.subarray(0, 8)).replace(/\0+$/, '');
  const rest = bytes.subarray(8);
  if (code === 'UNICODE') {
    const isLittle = rest.length > 1 && rest[0] !== 0 && rest[1] === 0;
    let text = '';
    for (let at = 0; at + 1 < rest.length; at += 2) {
      const [first = 0, second = 0] = rest.subarray(at, at + 2);
      text += String.fromCharCode(isLittle ? second * 256 + first : first * 256 + second);
    }
    return plainText(text);
  }
  if (code !== 'ASCII' && code !== '') return null;
  return rest.every((byte) => byte === 0 || byte === 0x20) ? '' : spelled(rest);
}

/**
 * The blocks with those entries whose name or value holds every word that is looked for, in any case; a word that
 * names a block keeps it whole.
 */
export function searchCameraData(
  blocks: readonly CameraBlock[],
  query: string,
  blockTitle: (name: CameraBlockName) => string,
): CameraBlock[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  return blocks.flatMap(({ name, entries }) => {
    const title = blockTitle(name).toLowerCase();
    const found = entries.filter((entry) => {
      const text = `${title} ${entry.name} ${entry.text}`.toLowerCase();
      return wanted.every((word) => text.includes(word));
    });
    return found.length > 0 ? [{ name, entries: found }] : [];
  });
}
