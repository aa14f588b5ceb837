import type { ReadyResults } from '../../core/exchange/results/readyResults.ts';
import { textPieces } from '../../platform/textFile.ts';
import type { StoredOutput } from '../../storage/database.ts';
import { addOutputs } from '../../storage/outputRepository.ts';
import type { KeptResults } from './contract.ts';

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
  const reader = results.reader(({ file: name, prediction }) => {
    const contentKey = contentKeys.get(name);
    if (contentKey !== undefined) outputs.push({ ...prediction, contentKey, modelHash });
  });
  for await (const piece of textPieces(file, onBytes)) reader.push(piece);
  reader.finish();
  const { differing } = await addOutputs(outputs);
  return { kept: outputs.length, differing };
}
