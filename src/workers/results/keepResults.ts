import type { ReadyResults } from '../../core/formats/results/resultsScan.ts';
import { textPieces } from '../../platform/textFile.ts';
import type { StoredOutput } from '../../storage/database.ts';
import { keepOutputs } from '../../storage/outputRepository.ts';

/**
 * Keeps what a file says of some photos, all of it at once: of an import that is killed or breaks off there is nothing.
 *
 * @param photos the content of each, by the name that the file gives it
 * @param onBytes is told how many bytes of the file were read so far
 * @returns how many photos it says something of
 * @throws UnreadableFileError, or DOMException when the file cannot be read
 */
export async function keepResults(
  file: Blob,
  results: ReadyResults,
  { modelHash, contentKeys }: { modelHash: string; contentKeys: ReadonlyMap<string, string> },
  onBytes: (bytes: number) => void,
): Promise<number> {
  const outputs: StoredOutput[] = [];
  const reader = results.reader(({ file: name, prediction }) => {
    const contentKey = contentKeys.get(name);
    if (contentKey !== undefined) outputs.push({ ...prediction, contentKey, modelHash });
  });
  for await (const piece of textPieces(file, onBytes)) reader.push(piece);
  reader.finish();
  await keepOutputs(outputs);
  return outputs.length;
}
