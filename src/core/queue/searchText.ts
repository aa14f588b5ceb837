import type { SurveySnapshot } from '../survey/surveySnapshot.ts';
import type { QueueEntry } from './queueEntry.ts';

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

/** The words of a search, in lower case and without accents. */
export function wordsOf(text: string): string[] {
  return plain(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}

const known = new WeakMap<QueueEntry, string>();

/** All that can be found by words of an entry: paths, names, behaviours and notes. Made once, when first asked for. */
export function searchText(entry: QueueEntry, snapshot: SurveySnapshot): string {
  const before = known.get(entry);
  if (before !== undefined) return before;
  const parts = [entry.deployment];
  for (const index of entry.photos) {
    const photo = snapshot.photos[index];
    if (!photo) continue;
    parts.push(photo.media.path, photo.note);
    for (const { role, taxon, behaviour } of photo.observations) {
      parts.push(role, taxon?.scientificName ?? '', taxon?.commonName ?? '', behaviour ?? '');
    }
  }
  const text = plain(parts.join('\n'));
  known.set(entry, text);
  return text;
}
