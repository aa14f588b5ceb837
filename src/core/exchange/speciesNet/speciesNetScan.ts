import type { ReadyResults, TextReader } from '../results/readyResults.ts';
import { isSpeciesNetFailure, SpeciesNetScheme } from './speciesNetImport.ts';
import { SpeciesNetReader } from './speciesNetReader.ts';

/** Looks through predictions of SpeciesNet. */
export function scanSpeciesNet(): TextReader<ReadyResults> {
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
