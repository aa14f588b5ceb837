import { fileKind } from '../files/fileKind.ts';
import { UnreadableFileError } from '../files/unreadableFile.ts';
import type { ReadFormat } from './exportFormat.ts';
import { formats } from './formats.ts';

/** What a file holds that a survey can take in; `format` is the name of its format in the list of formats. */
export type Recognised = { kind: ReadFormat['kind']; format: string } | { kind: 'archive' | 'table' };

/** The bytes at the edges of a file that are enough to tell. */
export const recognitionBytes = 65_536;

function startsWith(bytes: Uint8Array, ...signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Files that are known by their first bytes. */
function binaryKind(name: string, head: Uint8Array): Recognised | null {
  if (startsWith(head, 0x50, 0x4b, 3, 4)) {
    if (/\.(?:xlsx|xlsm|ods)$/i.test(name)) throw new UnreadableFileError('workbook');
    return { kind: 'archive' };
  }
  // OLE 2: the .xls and .mdb of old; SQLite, in which Timelapse keeps its .ddb.
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) throw new UnreadableFileError('workbook');
  if (startsWith(head, 0x53, 0x51, 0x4c, 0x69, 0x74, 0x65)) throw new UnreadableFileError('database');
  if (fileKind(name).kind === 'photo') throw new UnreadableFileError('photo');
  return null;
}

/** JSON is told by the keys at its edges: which of them comes first differs from version to version. */
function jsonKind(name: string, head: string, tail: string): Recognised {
  const edges = head + tail;
  const has = (key: string, opener: string): boolean => new RegExp(`"${key}"\\s*:\\s*${opener}`).test(edges);
  const isList = /^\s*\[/.test(head);
  for (const { name: format, read } of formats) {
    if (read?.isIn(has, { name, isList })) return { kind: read.kind, format };
  }
  if (has('images', '\\[') && (has('annotations', '\\[') || has('file_name', '"'))) {
    throw new UnreadableFileError('coco');
  }
  if (has('instances', '\\[')) throw new UnreadableFileError('not-yet-looked-at');
  throw new UnreadableFileError('other-json');
}

/**
 * Tells what a file holds, by what is in it rather than by what it is called.
 *
 * @param name without folders
 * @param head its first bytes, at most `recognitionBytes`
 * @param texts the same as text, and its last bytes as text
 * @throws UnreadableFileError that says what it is where it cannot be taken in
 */
export function recogniseFile(
  name: string,
  head: Uint8Array,
  texts: { head: string; tail: string },
): Recognised {
  if (head.length === 0) throw new UnreadableFileError('empty');
  const binary = binaryKind(name, head);
  if (binary) return binary;
  if (/\u0000/.test(texts.head)) throw new UnreadableFileError('not-text');
  if (texts.head.trim() === '') throw new UnreadableFileError('empty');
  if (/^\s*[{[]/.test(texts.head)) return jsonKind(name.toLowerCase(), texts.head, texts.tail);
  if (/\.json$/i.test(name)) throw new UnreadableFileError('damaged-json');
  if (/\.fieldsift$/i.test(name)) throw new UnreadableFileError('no-project');
  return { kind: 'table' };
}
