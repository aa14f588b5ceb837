import type { FileTarget } from '../platform/fileTarget.ts';
import { wholeFile, type ExportContent, type PreparedExport, type PreparedFile } from './exports.ts';
import { PhotoLeftOut } from './photoLeftOut.ts';

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

/** Text in pieces of a size that is worth writing. */
async function* asBytes(
  pieces: AsyncIterable<ExportContent> | Iterable<ExportContent>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let text = '';
  for await (const piece of pieces) {
    if (typeof piece !== 'string') {
      yield piece;
      continue;
    }
    text += piece;
    if (text.length < pieceLength) continue;
    yield encoder.encode(text);
    text = '';
  }
  if (text !== '') yield encoder.encode(text);
}

/** @returns why it could not be made; null when it was written @throws whatever the target says */
async function writeFile(file: PreparedFile, target: FileTarget): Promise<string | null> {
  if (!file.mediaType.startsWith('image/')) {
    await target.write(file.path, asBytes(file.pieces()));
    return null;
  }
  let picture: Blob;
  try {
    picture = await wholeFile(file);
  } catch (error) {
    if (error instanceof PhotoLeftOut) return error.message;
    throw error;
  }
  await target.write(file.path, picture);
  return null;
}

/**
 * Writes an export file by file, each made while it is written. A photo that cannot be made is counted; a full disk ends
 * it. Somebody who stops it keeps what was written, with the reports of it. Never throws.
 *
 * @param progress is told before each file
 */
export async function saveExport(
  { files, release }: PreparedExport,
  target: FileTarget,
  signal: AbortSignal,
  progress: (done: number, total: number) => void,
): Promise<SaveOutcome> {
  const failures: string[] = [];
  let written = 0;
  let problem: string | null = null;
  try {
    for (const [index, file] of files.entries()) {
      if (signal.aborted && !file.isReport) continue;
      progress(index, files.length);
      const failure = await writeFile(file, target);
      if (failure === null) written += 1;
      else failures.push(failure);
    }
    await target.close();
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
    await target.abort();
  } finally {
    release?.();
  }
  return { written, failures, cancelled: signal.aborted, problem };
}
