import { peopleIn } from '../../core/decisions/gate/besideWords.ts';
import type { ReadyResults } from '../../core/exchange/results/readyResults.ts';
import type { PackedPrediction } from '../../core/models/prediction/predictionPacking.ts';
import { textPieces } from '../../platform/textFile.ts';
import type { StoredOutput } from '../../storage/database.ts';
import { addOutputs } from '../../storage/outputRepository.ts';
import type { KeptResults, SaidOfPeople } from './contract.ts';

/**
 * Adds what a file says of some photos, all of it at once; what is here already stays. Of an import that is killed or
 * breaks off there is nothing.
 *
 * @param photos the content of each, by the name that the file gives it
 * @param onBytes is told how many bytes of the file were read so far
 * @returns how many photos it says something of, and of how many something else is here
 * @throws UnreadableFileError, or DOMException when the file cannot be read
 */
export async function keepResults(
  file: Blob,
  results: ReadyResults,
  { modelHash, contentKeys }: { modelHash: string; contentKeys: ReadonlyMap<string, string> },
  onBytes: (bytes: number) => void,
): Promise<KeptResults> {
  const outputs: StoredOutput[] = [];
  await readResults(file, results, contentKeys, onBytes, (contentKey, prediction) =>
    outputs.push({ ...prediction, contentKey, modelHash }),
  );
  const { differing } = await addOutputs(outputs);
  return { kept: outputs.length, differing };
}

/**
 * What a file says of people and vehicles in some contents, in the labels of these alone. Of a content that it names
 * twice the first counts, as when it is kept.
 *
 * @param contentKeys of the photos, by their names in the file
 * @throws as `keepResults`
 */
export async function peopleInResults(
  file: Blob,
  results: ReadyResults,
  contentKeys: ReadonlyMap<string, string>,
  onBytes: (bytes: number) => void,
): Promise<SaidOfPeople[]> {
  const { labels } = results.scanned.model;
  const found = new Map<string, PackedPrediction>();
  await readResults(file, results, contentKeys, onBytes, (contentKey, prediction) => {
    if (!found.has(contentKey)) found.set(contentKey, peopleIn(prediction, labels));
  });
  return [...found].map(([contentKey, said]) => ({ contentKey, said }));
}

async function readResults(
  file: Blob,
  results: ReadyResults,
  contentKeys: ReadonlyMap<string, string>,
  onBytes: (bytes: number) => void,
  onPhoto: (contentKey: string, prediction: PackedPrediction) => void,
): Promise<void> {
  const reader = results.reader(({ file: name, prediction }) => {
    const contentKey = contentKeys.get(name);
    if (contentKey !== undefined) onPhoto(contentKey, prediction);
  });
  for await (const piece of textPieces(file, onBytes)) reader.push(piece);
  reader.finish();
}
