import type { FileTarget } from '../../platform/fileTarget.ts';
import { inSlices } from '../../platform/pageTurn.ts';
import { wholeFile, type ExportContent, type PreparedExport, type PreparedFile } from './exports.ts';
import { language } from '../shell/language.svelte.ts';
import { PhotoLeftOut } from '../run/photoLeftOut.ts';
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
  for await (const piece of inSlices(pieces, signal)) {
    if (typeof piece === 'string') text += piece;
    if (typeof piece === 'string' && text.length < pieceLength) continue;
    const bytes = typeof piece === 'string' ? encoder.encode(text) : piece;
    count(bytes.length);
    yield bytes;
    text = '';
  }
  if (text !== '') yield encoder.encode(text);
}

/** Something that was written may not leave any more, and the place cannot give back a part of what it has. */
class Withdrawn extends Error {}

/** Writes the files of one export, one after the other. */
class Writer {
  readonly #export: PreparedExport;
  readonly #target: FileTarget;
  readonly #signal: AbortSignal;
  readonly #tell: (progress: SaveProgress) => void;
  readonly #written = new Set<PreparedFile>();
  readonly #failures = new Map<PreparedFile, string>();
  #bytes = 0;

  constructor(
    prepared: PreparedExport,
    target: FileTarget,
    signal: AbortSignal,
    tell: (progress: SaveProgress) => void,
  ) {
    this.#export = prepared;
    this.#target = target;
    this.#signal = signal;
    this.#tell = tell;
  }

  get written(): number {
    return this.#written.size;
  }

  get failures(): readonly string[] {
    return this.#export.files.flatMap((file) => this.#failures.get(file) ?? []);
  }

  /**
   * Writes every file, and then again whatever may no longer leave as it was written, until all that is there may.
   *
   * @throws whatever the target says, Withdrawn, and AbortError in the middle of a text
   */
  async writeAll(): Promise<void> {
    const { files } = this.#export;
    const reports = files.filter(({ isReport }) => isReport === true);
    let open: readonly PreparedFile[] = files.filter(({ isReport }) => isReport !== true);
    for (;;) {
      for (const file of open) await this.#write(file);
      open = await this.#takeBack();
      if (open.length > 0) continue;
      for (const report of reports) await this.#write(report);
      open = await this.#takeBack();
      if (open.length === 0) return;
    }
  }

  /**
   * Takes what may no longer leave out of the place.
   *
   * @returns the files that are to be written again; none when everything may stay
   * @throws Withdrawn when somebody stopped and the place cannot give back a part of what it has
   */
  async #takeBack(): Promise<readonly PreparedFile[]> {
    await this.#export.reread?.(true);
    const stale = [...this.#written].filter(({ stands }) => stands?.() === false);
    if (stale.length === 0) return stale;
    const taken = await this.#target.takeBack(stale.map(({ path }) => path));
    if (taken === 'all' && this.#signal.aborted) throw new Withdrawn();
    const gone = taken === 'all' ? [...this.#written] : stale;
    for (const file of gone) this.#written.delete(file);
    return gone;
  }

  async #write(file: PreparedFile): Promise<void> {
    if (this.#signal.aborted && file.isReport !== true) return;
    await this.#export.reread?.(false);
    this.#count(0);
    const failure = await this.#tryToWrite(file);
    if (failure === null) {
      this.#written.add(file);
      this.#failures.delete(file);
    } else this.#failures.set(file, failure);
  }

  #count(bytes: number): void {
    this.#bytes += bytes;
    const done = this.#written.size + this.#failures.size;
    this.#tell({ step: 'writing', done, total: this.#export.files.length, bytes: this.#bytes });
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

  /** Ends it early with what was written so far; without what may not leave any more. Never throws. */
  async giveUp(): Promise<void> {
    const stale = [...this.#written].filter(({ stands }) => stands?.() === false);
    if (stale.length > 0) {
      const taken = await this.#target.takeBack(stale.map(({ path }) => path)).catch(() => null);
      for (const file of taken === 'those' ? stale : [...this.#written]) this.#written.delete(file);
      if (taken === 'all') return this.#target.discard().catch(() => undefined);
    }
    // What ended it is told, and not that a place that is gone cannot be tidied.
    return this.#target.abort().catch(() => undefined);
  }
}

/**
 * Writes an export file by file, each made while it is written. A photo that cannot be made is counted; a full disk ends
 * it. Somebody who stops it keeps the pictures that were written, with the reports of them, and no text that was cut
 * short. What was held back meanwhile is taken out again before the place is closed. Never throws.
 *
 * @param tell is told before each file, and now and then
 */
export async function saveExport(
  prepared: PreparedExport,
  target: FileTarget,
  signal: AbortSignal,
  tell: (progress: SaveProgress) => void,
): Promise<SaveOutcome> {
  const writer = new Writer(prepared, target, signal, tell);
  let problem: string | null = null;
  try {
    await prepared.reread?.(true);
    await prepared.begin?.((done, total) => tell({ step: 'reading', done, total, bytes: 0 }), signal);
    await writer.writeAll();
    await target.close();
  } catch (error) {
    if (error instanceof Withdrawn) problem = language.words.shell.saving.withdrawn;
    else if (!signal.aborted) problem = saveProblem(error);
    await writer.giveUp();
  } finally {
    prepared.release?.();
  }
  return { written: writer.written, failures: writer.failures, cancelled: signal.aborted, problem };
}
