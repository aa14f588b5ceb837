import type { ModelManifest } from '../../models/manifest/modelManifest.ts';
import { isCrops, type PackedOutput } from '../../decisions/recipes/recipeOutput.ts';
import { compareReviews } from '../../survey/reviews/review.ts';
import { UnreadableFileError } from '../../files/unreadableFile.ts';
import { asciiJson } from '../../files/json/asciiJson.ts';
import { recordOf, wordOf } from '../../files/json/jsonValue.ts';
import { fromBase64, toBase64 } from '../../files/base64.ts';
import {
  outputKeyOf,
  type DatedValue,
  type ProjectFile,
  type ProjectOutput,
  type ProjectPhoto,
  type ProjectReview,
} from './projectFile.ts';
import { checkLine, OddLineError, type CheckedLine } from './projectRules.ts';

const format = 'fieldsift-project';
const version = 1;
const linesPerPiece = 200;

function sorted<Value>(map: ReadonlyMap<string, Value>): Value[] {
  return [...map].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, value]) => value);
}

type Numbers = Uint16Array<ArrayBuffer> | Float32Array<ArrayBuffer>;

function numbersText(numbers: Numbers): string {
  return toBase64(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
}

function outputLine({ contentKey, modelHash, said }: ProjectOutput): object {
  // By name: what lies in the database is read only when a field is asked for.
  const arrays: Record<string, Numbers> = isCrops(said)
    ? { cropBoxes: said.cropBoxes, cropScores: said.cropScores }
    : { labels: said.labels, scores: said.scores, boxes: said.boxes, labelScores: said.labelScores };
  const fields = Object.entries(arrays).map(([name, numbers]) => [name, numbersText(numbers)] as const);
  const entry = isCrops(said) ? undefined : said.entry;
  return { output: { contentKey, modelHash, ...Object.fromEntries(fields), entry } };
}

function* lines({
  id,
  appVersion,
  values,
  models,
  photos,
  outputs,
  reviews,
}: ProjectFile): Generator<object> {
  yield { format, version, id, appVersion };
  const named = [...values].sort(([left], [right]) => (left < right ? -1 : 1));
  for (const [name, { value, at }] of named) yield { value: { name, value, at } };
  for (const [hash, manifest] of [...models].sort(([left], [right]) => (left < right ? -1 : 1)))
    yield { model: { hash, manifest } };
  for (const photo of sorted(photos)) yield { photo };
  for (const output of sorted(outputs)) yield outputLine(output);
  const ordered = [...reviews.values()].sort((left, right) =>
    compareReviews({ ...left, projectId: '', mediaIds: [] }, { ...right, projectId: '', mediaIds: [] }),
  );
  for (const review of ordered) yield { review };
}

/**
 * A project file as text, piece by piece: one JSON object per line, a header first. The same project is the same text,
 * so that two files can be compared.
 */
export function* projectText(project: ProjectFile): Generator<string, void> {
  let piece = '';
  let count = 0;
  for (const line of lines(project)) {
    piece += `${JSON.stringify(line)}\n`;
    count += 1;
    if (count % linesPerPiece > 0) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

function outputIn(output: Readonly<Record<string, string>>): PackedOutput {
  const bytes = (name: string): ArrayBuffer => fromBase64(output[name] ?? '').buffer;
  if ('cropScores' in output) {
    return {
      cropBoxes: new Float32Array(bytes('cropBoxes')),
      cropScores: new Float32Array(bytes('cropScores')),
    };
  }
  const entry = wordOf(output['entry']);
  return {
    labels: new Uint16Array(bytes('labels')),
    scores: new Float32Array(bytes('scores')),
    boxes: new Float32Array(bytes('boxes')),
    labelScores: new Float32Array(bytes('labelScores')),
    ...(entry === null ? {} : { entry: asciiJson(entry) }),
  };
}

/** Odd lines that are named; more of them say no more. */
const mostNamed = 5;

/**
 * Reads a project file piece by piece. Every line is checked before any of them counts: a file with an odd one is
 * refused as a whole, and nothing of it is taken in.
 */
export class ProjectReader {
  #rest = '';
  #line = 0;
  #head: { id: string; appVersion: string } | null = null;
  /** Where lines are not as they should be, each with its number. */
  readonly #odd: string[] = [];
  readonly #values = new Map<string, DatedValue>();
  readonly #models = new Map<string, ModelManifest>();
  readonly #photos = new Map<string, ProjectPhoto>();
  readonly #outputs = new Map<string, ProjectOutput>();
  readonly #reviews = new Map<string, ProjectReview>();

  /** @throws UnreadableFileError */
  push(piece: string): void {
    const lines = (this.#rest + piece).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#read(line);
  }

  /** @throws UnreadableFileError when the file is cut off, is no project, or has lines that are not as they should be */
  finish(): ProjectFile {
    if (this.#rest !== '' || !this.#head) {
      throw new UnreadableFileError(this.#head ? 'cut-off' : 'no-project');
    }
    if (this.#odd.length > 0) {
      const named = this.#odd.slice(0, mostNamed).join(', ');
      throw new UnreadableFileError('odd-lines', this.#odd.length > mostNamed ? `${named}, …` : named);
    }
    return {
      ...this.#head,
      values: this.#values,
      models: this.#models,
      photos: this.#photos,
      outputs: this.#outputs,
      reviews: this.#reviews,
    };
  }

  #read(line: string): void {
    this.#line += 1;
    let entry: Readonly<Record<string, unknown>>;
    try {
      entry = recordOf(JSON.parse(line));
    } catch {
      if (this.#line === 1) throw new UnreadableFileError('no-project');
      throw new UnreadableFileError('damaged-line', String(this.#line));
    }
    if (this.#line === 1) this.#readHead(entry);
    else this.#readEntry(entry);
  }

  #readHead(head: Readonly<Record<string, unknown>>): void {
    if (head['format'] !== format) throw new UnreadableFileError('no-project');
    if (head['version'] !== version) {
      throw new UnreadableFileError('newer-project');
    }
    this.#head = { id: wordOf(head['id']) ?? '', appVersion: wordOf(head['appVersion']) ?? '' };
  }

  #readEntry(entry: Readonly<Record<string, unknown>>): void {
    try {
      this.#take(checkLine(entry));
    } catch (error) {
      if (!(error instanceof OddLineError)) throw error;
      this.#odd.push(`${this.#line} (${error.message})`);
    }
  }

  /** Of two lines on the same thing the first holds. */
  #take(line: CheckedLine): void {
    const first = <Value>(map: Map<string, Value>, key: string, value: Value): void => {
      if (!map.has(key)) map.set(key, value);
    };
    switch (line?.kind) {
      case 'value': {
        const { name, ...dated } = line.content as DatedValue & { name: string };
        first(this.#values, name, dated);
        break;
      }
      case 'model': {
        const { hash, manifest } = line.content as { hash: string; manifest: ModelManifest };
        first(this.#models, hash, manifest);
        break;
      }
      case 'photo': {
        const photo = line.content as ProjectPhoto;
        first(this.#photos, photo.key, photo);
        break;
      }
      case 'review': {
        const review = line.content as ProjectReview;
        first(this.#reviews, review.id, review);
        break;
      }
      case 'output': {
        const { contentKey, modelHash, ...said } = line.content as Record<string, string>;
        const output = { contentKey: contentKey ?? '', modelHash: modelHash ?? '', said: outputIn(said) };
        first(this.#outputs, outputKeyOf(output), output);
        break;
      }
    }
  }
}

/** Reads a whole file that lies in memory. @throws UnreadableFileError */
export function readProject(pieces: Iterable<string>): ProjectFile {
  const reader = new ProjectReader();
  for (const piece of pieces) reader.push(piece);
  return reader.finish();
}
