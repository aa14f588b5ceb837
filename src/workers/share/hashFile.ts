import { md5Of } from '../../core/files/md5.ts';
import { sha256Of } from '../../platform/contentKey.ts';
import type { FileHashes } from './contract.ts';

/** Hashes of all of a file's bytes, as other tools name files by. Never throws. */
export async function hashFile(file: File): Promise<FileHashes | { failure: string }> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { md5: md5Of(bytes), sha256: await sha256Of(bytes.buffer) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}
