import type { Media } from '../../photos/media.ts';

/** How a name in a file was found to be a photo of the survey. */
export type MatchedBy = 'path' | 'path-end' | 'name' | 'content';

export interface FileMatch {
  file: string;
  mediaId: string;
  by: MatchedBy;
}

export interface FileMatches {
  matched: readonly FileMatch[];
  /** Names that are no photo of the survey, or may be more than one, each with the reason. */
  unmatched: readonly { file: string; reason: 'not found' | 'several fit' | 'taken' }[];
}

type Known = Pick<Media, 'id' | 'path' | 'contentKey'>;

/** Folders and name, compared without regard to case, Windows' slashes and the two ways to write an umlaut. */
function partsOf(path: string): string[] {
  return path
    .replaceAll('\\', '/')
    .normalize('NFC')
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '' && part !== '.');
}

function sharedEnd(left: readonly string[], right: readonly string[]): number {
  const most = Math.min(left.length, right.length);
  let count = 0;
  while (count < most && left.at(-1 - count) === right.at(-1 - count)) count += 1;
  return count;
}

interface Candidate {
  media: Known;
  parts: readonly string[];
}

/** The candidates whose paths end most alike; of those, one that is written exactly so. */
function best(
  file: string,
  own: readonly string[],
  candidates: readonly Candidate[],
): { fits: Candidate[]; shared: number } {
  let shared = 0;
  let fits: Candidate[] = [];
  for (const candidate of candidates) {
    const length = sharedEnd(own, candidate.parts);
    if (length > shared) [shared, fits] = [length, [candidate]];
    else if (length === shared) fits.push(candidate);
  }
  const exact = fits.filter(({ media }) => media.path === file);
  return { fits: exact.length > 0 ? exact : fits, shared };
}

function outcome(
  file: string,
  byName: ReadonlyMap<string, readonly Candidate[]>,
  namesakes: ReadonlyMap<string, number>,
): FileMatch | 'not found' | 'several fit' {
  const own = partsOf(file);
  const name = own.at(-1) ?? '';
  const { fits, shared } = best(file, own, byName.get(name) ?? []);
  const [first] = fits;
  if (!first) return 'not found';
  if (fits.length > 1) return 'several fit';
  const isWhole = shared === own.length || shared === first.parts.length;
  if (isWhole && (shared > 1 || namesakes.get(name) === 1)) {
    return { file, mediaId: first.media.id, by: shared === first.parts.length ? 'path' : 'path-end' };
  }
  if (shared > 1) return { file, mediaId: first.media.id, by: 'path-end' };
  // The name alone: cameras all begin with IMG_0001, so it must be the only one on both sides.
  const isOnly = byName.get(name)?.length === 1 && namesakes.get(name) === 1;
  return isOnly ? { file, mediaId: first.media.id, by: 'name' } : 'several fit';
}

/**
 * Finds the photos of a survey that a file of another program names. Folders may have been moved: the longest common
 * end of the paths decides, and the name alone only where it is unique on both sides. Each photo is found once; where
 * two names fit one photo, the one whose path is more alike gets it.
 *
 * @param files as they were written, in any order; repeated ones count once
 * @param contentKeys of files that are known by content, by name
 */
export function matchFiles(
  files: Iterable<string>,
  media: Iterable<Known>,
  contentKeys: ReadonlyMap<string, string> = new Map(),
): FileMatches {
  const byName = new Map<string, Candidate[]>();
  const byContent = new Map<string, Known[]>();
  for (const each of media) {
    const parts = partsOf(each.path);
    const name = parts.at(-1) ?? '';
    byName.set(name, [...(byName.get(name) ?? []), { media: each, parts }]);
    if (each.contentKey !== null) {
      byContent.set(each.contentKey, [...(byContent.get(each.contentKey) ?? []), each]);
    }
  }
  const names = new Set(files);
  const namesakes = new Map<string, number>();
  for (const file of names) {
    const name = partsOf(file).at(-1) ?? '';
    namesakes.set(name, (namesakes.get(name) ?? 0) + 1);
  }
  const unmatched: { file: string; reason: 'not found' | 'several fit' | 'taken' }[] = [];
  const found = new Map<string, FileMatch>();
  const certainty: readonly MatchedBy[] = ['name', 'path-end', 'content', 'path'];
  for (const file of names) {
    const key = contentKeys.get(file);
    const same = key === undefined ? [] : (byContent.get(key) ?? []);
    const [only] = same;
    const match =
      only && same.length === 1
        ? ({ file, mediaId: only.id, by: 'content' } as const)
        : outcome(file, byName, namesakes);
    if (typeof match === 'string') {
      unmatched.push({ file, reason: match });
      continue;
    }
    const rival = found.get(match.mediaId);
    const wins = !rival || certainty.indexOf(match.by) > certainty.indexOf(rival.by);
    if (wins) found.set(match.mediaId, match);
    const loser = wins ? rival : match;
    if (loser) unmatched.push({ file: loser.file, reason: 'taken' });
  }
  return { matched: [...found.values()], unmatched };
}
