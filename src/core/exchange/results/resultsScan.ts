import type { ImportedModel, ImportedPhoto } from '../../models/prediction/importedModel.ts';
import { megaDetectorScheme } from '../megaDetector/megaDetectorImport.ts';
import { MegaDetectorReader } from '../megaDetector/megaDetectorReader.ts';
import { isSpeciesNetFailure, SpeciesNetScheme } from '../speciesNet/speciesNetImport.ts';
import { SpeciesNetReader } from '../speciesNet/speciesNetReader.ts';

/** The files of results that are read photo by photo, whatever their size. */
export type ResultsFormat = 'megadetector' | 'speciesnet';

/** Takes text piece by piece. */
interface TextReader<Outcome> {
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

/** A file that was looked through, ready to be read again for what it says of each photo. */
export interface ReadyResults {
  scanned: ScannedResults;
  /** @param onPhoto gets photos one by one */
  reader: (onPhoto: (photo: ImportedPhoto) => void) => TextReader<void>;
}

function scanMegaDetector(): TextReader<ReadyResults> {
  const files: string[] = [];
  const failures: { file: string; reason: string }[] = [];
  const first = new MegaDetectorReader(({ file, failure }) => {
    if (failure === null) files.push(file);
    else failures.push({ file, reason: failure });
  });
  return {
    push: (piece) => first.push(piece),
    finish: () => {
      const { model, pack } = megaDetectorScheme(first.finish());
      return {
        scanned: { model, files, failures },
        reader: (onPhoto) => {
          const second = new MegaDetectorReader((image) => {
            const photo = pack(image);
            if (photo) onPhoto(photo);
          });
          return { push: (piece) => second.push(piece), finish: () => void second.finish() };
        },
      };
    },
  };
}

function scanSpeciesNet(): TextReader<ReadyResults> {
  const files: string[] = [];
  const failures: { file: string; reason: string }[] = [];
  const scheme = new SpeciesNetScheme();
  const first = new SpeciesNetReader((photo) => {
    scheme.note(photo);
    if (!isSpeciesNetFailure(photo)) files.push(photo.filepath);
    else failures.push({ file: photo.filepath, reason: photo.failures.join(', ').toLowerCase() });
  });
  return {
    push: (piece) => first.push(piece),
    finish: () => {
      first.finish();
      return {
        scanned: { model: scheme.model, files, failures },
        reader: (onPhoto) =>
          new SpeciesNetReader((prediction) => {
            const photo = scheme.pack(prediction);
            if (photo) onPhoto(photo);
          }),
      };
    },
  };
}

/**
 * Looks through a file of results piece by piece. It is read twice, first for its labels and the names of its photos,
 * then for what it says of those that are in the survey: so memory holds the names, and never the file.
 */
export function scanResults(format: ResultsFormat): TextReader<ReadyResults> {
  return format === 'megadetector' ? scanMegaDetector() : scanSpeciesNet();
}
