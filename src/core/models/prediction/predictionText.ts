import type { PackedPrediction } from './predictionPacking.ts';

const word = new DataView(new ArrayBuffer(4));
/** More boxes than a photo ever has. */
const entryBit = 2 ** 31;

/**
 * Predictions as they lie in the database: one text of bytes, a character for each (little-endian): the number of boxes
 * as uint32, then as float32 the boxes' scores, their places and the labels' scores, then the boxes' labels as uint16.
 * A browser reads a text in a quarter of the time of four arrays, and 100,000 of them weigh nothing while nobody looks.
 * One that came in a file has the highest bit of the number set, and ends with the file's entry and its length as uint32.
 */
export function predictionText({ labels, scores, boxes, labelScores, entry }: PackedPrediction): string {
  const count = labels.length;
  const bytes = new DataView(new ArrayBuffer(4 + 22 * count + 4 * labelScores.length));
  bytes.setUint32(0, count + (entry === undefined ? 0 : entryBit), true);
  let at = 4;
  for (const values of [scores, boxes, labelScores]) {
    for (const value of values) {
      bytes.setFloat32(at, value, true);
      at += 4;
    }
  }
  for (const label of labels) {
    bytes.setUint16(at, label, true);
    at += 2;
  }
  const text = textOf(new Uint8Array(bytes.buffer));
  if (entry === undefined) return text;
  word.setUint32(0, entry.length, true);
  return text + entry + textOf(new Uint8Array(word.buffer));
}

function textOf(bytes: Uint8Array): string {
  let text = '';
  // As many at a time as a call may have arguments anywhere.
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return text;
}

function numberAt(text: string, from: number): number {
  for (let byte = 0; byte < 4; byte += 1) word.setUint8(byte, text.charCodeAt(from + byte));
  return word.getUint32(0, true);
}

function floatsAt(text: string, from: number, count: number): Float32Array<ArrayBuffer> {
  const floats = new Float32Array(count);
  for (let index = 0; index < count; index += 1) {
    const at = from + 4 * index;
    for (let byte = 0; byte < 4; byte += 1) word.setUint8(byte, text.charCodeAt(at + byte));
    floats[index] = word.getFloat32(0, true);
  }
  return floats;
}

/** A prediction that is read from its text when somebody looks: each time again, so that nothing of it is kept. */
export class TextPrediction implements PackedPrediction {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get #count(): number {
    return numberAt(this.#text, 0) % entryBit;
  }

  /** Where the file's entry begins; the end of the text where there is none. */
  get #end(): number {
    const text = this.#text;
    if (numberAt(text, 0) < entryBit) return text.length;
    return text.length - 4 - numberAt(text, text.length - 4);
  }

  get scores(): Float32Array<ArrayBuffer> {
    return floatsAt(this.#text, 4, this.#count);
  }

  get boxes(): Float32Array<ArrayBuffer> {
    const count = this.#count;
    return floatsAt(this.#text, 4 + 4 * count, 4 * count);
  }

  get labelScores(): Float32Array<ArrayBuffer> {
    const count = this.#count;
    return floatsAt(this.#text, 4 + 20 * count, (this.#end - 4 - 22 * count) / 4);
  }

  get labels(): Uint16Array<ArrayBuffer> {
    const text = this.#text;
    const count = this.#count;
    const from = this.#end - 2 * count;
    const labels = new Uint16Array(count);
    for (let box = 0; box < count; box += 1) {
      labels[box] = text.charCodeAt(from + 2 * box) + 256 * text.charCodeAt(from + 2 * box + 1);
    }
    return labels;
  }

  get entry(): string | undefined {
    const end = this.#end;
    return end === this.#text.length ? undefined : this.#text.slice(end, -4);
  }
}

/** The prediction of a text, as arrays of its own. */
export function predictionFromText(text: string): PackedPrediction {
  const { labels, scores, boxes, labelScores, entry } = new TextPrediction(text);
  return { labels, scores, boxes, labelScores, ...(entry === undefined ? {} : { entry }) };
}
