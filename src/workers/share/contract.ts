import type { BoundingBox } from '../../core/models/prediction/box.ts';

/** One copy to make. */
export interface CopyOrder {
  file: File;
  /** Of the photo the models saw: a file that has changed since is not copied. */
  contentKey: string | null;
  /** 0-1 of the upright photo. */
  covers: readonly BoundingBox[];
  /** Share of the height to cut off at the foot, 0-1. */
  infoBar: number;
  /** Longest side in pixels; null for the photo's own. */
  longestSide: number | null;
  /** It is made smaller until it has no more bytes; null for no limit. */
  mostBytes: number | null;
}

export type MadeCopy = { bytes: Uint8Array<ArrayBuffer>; sha256: string } | { failure: string };

/** Hashes of all of a file's bytes, in hex. */
export interface FileHashes {
  md5: string;
  sha256: string;
}

/** What the page asks of the worker. */
export interface ShareWorker {
  /** A JPEG made of the photo's pixels alone. Never throws: what goes wrong is said in plain words. */
  makeCopy(order: CopyOrder): Promise<MadeCopy>;
  /** Reads all of a file. Never throws. */
  hashFile(file: File): Promise<FileHashes | { failure: string }>;
}
