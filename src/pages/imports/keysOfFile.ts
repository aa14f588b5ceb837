import { contentKeysOf } from '../../platform/contentKey.ts';
import { findThumbnail } from '../../storage/outputRepository.ts';

/** What a file's content is called here: as earlier versions did where it was found to be what they sifted. */
export async function keysOfFile(file: File): Promise<{ contentKey: string; edgeKey?: string }> {
  const { contentKey, edgeKey } = await contentKeysOf(file);
  if (contentKey === edgeKey) return { contentKey };
  const kept = await findThumbnail(edgeKey);
  return kept?.wholeKey === contentKey ? { contentKey: edgeKey } : { contentKey, edgeKey };
}
