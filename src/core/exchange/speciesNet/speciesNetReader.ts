import { JsonListReader } from '../../files/json/jsonListReader.ts';
import { speciesNetPredictionIn } from './speciesNetEntry.ts';
import type { SpeciesNetPrediction } from './speciesNetPredictions.ts';

/** Reads SpeciesNet's predictions piece by piece, of versions up to 4 and from 5. */
export class SpeciesNetReader {
  readonly #reader: JsonListReader;

  /** @param onPhoto gets the photos one by one, so that memory does not grow with the file */
  constructor(onPhoto: (photo: SpeciesNetPrediction) => void) {
    this.#reader = new JsonListReader('predictions', (item) => {
      const prediction = speciesNetPredictionIn(item);
      if (prediction) onPhoto(prediction);
    });
  }

  /** @throws UnreadableFileError */
  push(piece: string): void {
    this.#reader.push(piece);
  }

  /** @throws UnreadableFileError when the file is cut off */
  finish(): void {
    this.#reader.finish();
  }
}

/** Reads a whole file that lies in memory. @throws UnreadableFileError */
export function readSpeciesNet(pieces: Iterable<string>): SpeciesNetPrediction[] {
  const predictions: SpeciesNetPrediction[] = [];
  const reader = new SpeciesNetReader((photo) => predictions.push(photo));
  for (const piece of pieces) reader.push(piece);
  reader.finish();
  return predictions;
}
