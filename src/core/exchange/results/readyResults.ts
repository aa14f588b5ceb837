import type { ImportedModel, ImportedPhoto } from '../../models/prediction/importedModel.ts';

/** Takes text piece by piece. */
export interface TextReader<Outcome> {
  /** @throws UnreadableFileError */
  push(piece: string): void;
  /** @throws UnreadableFileError */
  finish(): Outcome;
}

/** What a first look through a file shows. */
export interface ScannedResults {
  model: ImportedModel;
  /** Photos with results, as they were written. */
  files: readonly string[];
  failures: readonly { file: string; reason: string }[];
}

/**
 * A file that was looked through piece by piece, ready to be read again for what it says of each photo: so memory holds
 * the names of its photos, and never the file.
 */
export interface ReadyResults {
  scanned: ScannedResults;
  /** @param onPhoto gets photos one by one */
  reader: (onPhoto: (photo: ImportedPhoto) => void) => TextReader<void>;
}
