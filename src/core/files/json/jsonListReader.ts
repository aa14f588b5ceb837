import { UnreadableFileError } from '../unreadableFile.ts';

/** JSON as Python writes it too: numbers that JSON does not have become null. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Strings are kept whole, so that a file named NaN.jpg keeps its name.
    const plain = text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/gs, (match) =>
      match.startsWith('"') ? match : 'null',
    );
    try {
      return JSON.parse(plain);
    } catch {
      throw new UnreadableFileError('damaged-json');
    }
  }
}

const quote = 34;
const backslash = 92;
const openers = new Set([91, 123]);
const closers = new Set([93, 125]);

/** What an object holds besides its long list. */
export type JsonHead = Readonly<Record<string, unknown>>;

/**
 * Reads a large JSON file piece by piece: the items of one list at its top are handed on one by one, the rest is kept.
 * Memory grows with the largest item, not with the file. A file that is itself a list is read as that list.
 */
export class JsonListReader {
  readonly #key: string;
  readonly #onItem: (item: unknown, text: string) => void;
  #depth = 0;
  #isInString = false;
  #isEscaped = false;
  /** Depth of the items that are handed on; 0 while not in the list. */
  #itemDepth = 0;
  /** All that lies outside the list, and the item that is being read. */
  #outside = '';
  #item = '';
  #hasStarted = false;

  /** @param onItem is given each item, and the text it was written as */
  constructor(key: string, onItem: (item: unknown, text: string) => void) {
    this.#key = key;
    this.#onItem = onItem;
  }

  /** Reads the next piece of the file. @throws UnreadableFileError */
  push(piece: string): void {
    let start = 0;
    for (let index = 0; index < piece.length; index += 1) {
      const code = piece.charCodeAt(index);
      if (this.#isInString) {
        this.#readInString(code);
        continue;
      }
      if (code === quote) {
        this.#isInString = true;
      } else if (openers.has(code)) {
        this.#depth += 1;
        if (this.#itemDepth === 0 && code === 91 && this.#isListAt(piece.slice(start, index))) {
          this.#keep(piece.slice(start, index + 1));
          start = index + 1;
          this.#itemDepth = this.#depth;
        }
      } else if (closers.has(code)) {
        if (this.#itemDepth > 0 && this.#depth === this.#itemDepth) {
          this.#keep(piece.slice(start, index));
          this.#endItem();
          start = index;
          this.#itemDepth = 0;
        }
        this.#depth -= 1;
      } else if (code === 44 && this.#itemDepth > 0 && this.#depth === this.#itemDepth) {
        this.#keep(piece.slice(start, index));
        this.#endItem();
        start = index + 1;
      }
    }
    this.#keep(piece.slice(start));
  }

  /** Ends the file. @returns what lies outside the list @throws UnreadableFileError when it is cut off or no JSON */
  finish(): JsonHead {
    if (this.#depth !== 0 || this.#isInString || !this.#hasStarted) {
      throw new UnreadableFileError(this.#hasStarted ? 'cut-off' : 'empty');
    }
    const head = parse(this.#outside.replace(/^\uFEFF/, ''));
    if (Array.isArray(head)) return {};
    if (typeof head !== 'object' || head === null) throw new UnreadableFileError('no-results');
    return head as JsonHead;
  }

  #readInString(code: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (code === backslash) this.#isEscaped = true;
    else if (code === quote) this.#isInString = false;
  }

  #keep(text: string): void {
    if (text === '') return;
    this.#hasStarted ||= text.trim() !== '';
    if (this.#itemDepth > 0) this.#item += text;
    else this.#outside += text;
  }

  /** Whether the bracket that was just met opens the list; `before` is what lies between it and what was kept. */
  #isListAt(before: string): boolean {
    const text = this.#outside.slice(-200) + before.slice(-200);
    if (this.#depth === 1) return text.replace('\uFEFF', '').trim() === '';
    if (this.#depth !== 2) return false;
    const name = /"((?:[^"\\]|\\.)*)"\s*:\s*$/s.exec(text)?.[1];
    return name === this.#key;
  }

  #endItem(): void {
    const text = this.#item.trim();
    this.#item = '';
    if (text !== '') this.#onItem(parse(text), text);
  }
}

/** Reads a whole file that lies in memory in pieces. */
export function readJsonList(
  pieces: Iterable<string>,
  key: string,
): { head: JsonHead; items: { value: unknown; text: string }[] } {
  const items: { value: unknown; text: string }[] = [];
  const reader = new JsonListReader(key, (value, text) => items.push({ value, text }));
  for (const piece of pieces) reader.push(piece);
  return { head: reader.finish(), items };
}
