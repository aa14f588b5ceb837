import type { SnapshotSequence, SurveySnapshot } from '../../survey/surveySnapshot.ts';
import { safeName } from '../share/copyNames.ts';
import { labelOf } from '../share/shareable.ts';
import { staysInside, type LabelledOriginal } from './sortingLists.ts';

/** What the folders are named after. */
export type SortingFolders = 'label' | 'deployment';

function safePath(path: string): string[] {
  return path
    .split('/')
    .filter((part) => part !== '')
    .map(safeName);
}

/** `A.jpg`, `A-2.jpg` … until nobody has it, where case does not count. */
function freeName(path: string, taken: Set<string>): string {
  const slash = path.lastIndexOf('/');
  const dot = path.lastIndexOf('.');
  const end = dot > slash + 1 ? dot : path.length;
  let free = path;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) {
    free = `${path.slice(0, end)}-${number}${path.slice(end)}`;
  }
  taken.add(free.toLowerCase());
  return free;
}

/**
 * Where each original goes when photos are sorted into folders: by what stands, below it as they lie now; or by
 * deployment, without the folders that a camera makes. Photos that are in no sequence (failures, copies of others) are not
 * in it.
 *
 * @param mayBeShown whether a photo may leave as it is, by its media id: one that may not is copied nowhere
 * @param apart the folder for photos that may not be shown, to keep them for oneself; null copies them nowhere
 */
export function sortedOriginals(
  { sequences, photos }: Pick<SurveySnapshot, 'sequences' | 'photos'>,
  folders: SortingFolders,
  mayBeShown: (mediaId: string) => boolean = () => true,
  apart: string | null = null,
): LabelledOriginal[] {
  const labels = new Map<string, SnapshotSequence>(sequences.map((sequence) => [sequence.id, sequence]));
  const taken = new Set<string>();
  return photos.flatMap(({ media, deploymentId, sequenceId }) => {
    const sequence = labels.get(sequenceId ?? '');
    if (!sequence) return [];
    const label = labelOf(sequence.observations);
    const provenance = sequence.observations[0]?.provenance ?? null;
    const own = safePath(media.path);
    const parts =
      folders === 'label' ? [safeName(label), ...own] : [...safePath(deploymentId), own.at(-1) ?? '_'];
    const isShown = mayBeShown(media.id);
    if (!isShown && apart !== null) parts.unshift(safeName(apart));
    const target = freeName(parts.join('/'), taken);
    const original = { path: media.path, target, label, provenance };
    const isCopied = (isShown || apart !== null) && staysInside(media.path);
    return [isCopied ? original : { ...original, staysBehind: true as const }];
  });
}
