import type { ReadyResults, TextReader } from '../results/readyResults.ts';
import { megaDetectorScheme } from './megaDetectorImport.ts';
import { MegaDetectorReader } from './megaDetectorReader.ts';

/** Looks through results of MegaDetector. */
export function scanMegaDetector(): TextReader<ReadyResults> {
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
