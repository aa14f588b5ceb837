import type { FileTarget } from '../platform/fileTarget.ts';
import { wholeFile, type ExportContent, type PreparedExport, type PreparedFile } from './exports.ts';
import { PhotoLeftOut } from './photoLeftOut.ts';
import { saveProblem } from './saveProblem.ts';

/** How far writing an export is. */
export interface SaveProgress {
  /** `reading`: photos are read for what the files will say. `writing`: files are written. */
  step: 'reading' | 'writing';
  /** Photos or files. */
  done: number;
  total: number;
  /** Written so far. */
  bytes: number;
}

/** How writing an export ended. */
export interface SaveOutcome {
  written: number;
  /** Why each photo that is missing could not be made. */
  failures: readonly string[];
  cancelled: boolean;
  /** Why it ended early, in plain words; null when it did not. */
  problem: string | null;
}

const pieceLength = 65_536;

/** Text in pieces of a size that is worth writing. @throws AbortError once somebody stops it */
async function* asBytes(
  pieces: AsyncIterable<ExportContent> | Iterable<ExportContent>,
  signal: AbortSignal,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let text = '';
  for await (const piece of pieces) {
    signal.throwIfAborted();
    if (typeof piece === 'string') text += piece;
    if (typeof piece === 'string' && text.length < pieceLength) continue;
    const bytes = typeof piece === 'string' ? encoder.encode(text) : piece;
    count(bytes.length);
    yield bytes;
    text = '';
  }
  if (text !== '') yield encoder.encode(text);
}

/** Writes the files of one export, one after the other. */
class Writer {
  readonly #target: FileTarget;
  readonly #signal: AbortSignal;
  readonly #tell: (progress: SaveProgress) => void;
  readonly #total: number;
  readonly failures: string[] = [];
  written = 0;
  #done = 0;
  #bytes = 0;

  constructor(
    target: FileTarget,
    signal: AbortSignal,
    total: number,
    tell: (progress: SaveProgress) => void,
  ) {
    this.#target = target;
    this.#signal = signal;
    this.#total = total;
    this.#tell = tell;
  }

  /** @throws whatever the target says, and AbortError in the middle of a text */
  async write(file: PreparedFile): Promise<void> {
    this.#count(0);
    const failure = await this.#tryToWrite(file);
    if (failure === null) this.written += 1;
    else this.failures.push(failure);
    this.#done += 1;
  }

  #count(bytes: number): void {
    this.#bytes += bytes;
    this.#tell({ step: 'writing', done: this.#done, total: this.#total, bytes: this.#bytes });
  }

  /** @returns why it could not be made; null when it was written */
  async #tryToWrite(file: PreparedFile): Promise<string | null> {
    if (!file.mediaType.startsWith('image/')) {
      // A report tells of what was written before somebody stopped it, so it is never stopped itself.
      const signal = file.isReport ? new AbortController().signal : this.#signal;
      await this.#target.write(
        file.path,
        asBytes(file.pieces(), signal, (bytes) => this.#count(bytes)),
      );
      return null;
    }
    let picture: Blob;
    try {
      picture = await wholeFile(file);
    } catch (error) {
      if (error instanceof PhotoLeftOut) return error.message;
      throw error;
    }
    await this.#target.write(file.path, picture);
    this.#count(picture.size);
    return null;
  }
}

/**
 * Writes an export file by file, each made while it is written. A photo that cannot be made is counted; a full disk ends
 * it. Somebody who stops it keeps the pictures that were written, with the reports of them, and no text that was cut
 * short. Never throws.
 *
 * @param tell is told before each file, and now and then
 */
export async function saveExport(
  { files, begin, release }: PreparedExport,
  target: FileTarget,
  signal: AbortSignal,
  tell: (progress: SaveProgress) => void,
): Promise<SaveOutcome> {
  const writer = new Writer(target, signal, files.length, tell);
  let problem: string | null = null;
  try {
    await begin?.((done, total) => tell({ step: 'reading', done, total, bytes: 0 }), signal);
    for (const file of files) if (!signal.aborted || file.isReport) await writer.write(file);
    await target.close();
  } catch (error) {
    if (!signal.aborted) problem = saveProblem(error);
    // What ended it is told, and not that a place that is gone cannot be tidied.
    await target.abort().catch(() => null);
  } finally {
    release?.();
  }
  return { written: writer.written, failures: writer.failures, cancelled: signal.aborted, problem };
}
