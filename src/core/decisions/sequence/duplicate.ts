import { sameList } from '../../incremental/perPart.ts';

/** What finding copies needs of a photo. */
export interface KeyedPhoto {
  id: string;
  /** Names the photo by its content; null until the file was opened. */
  contentKey: string | null;
}

/**
 * Photos that are there more than once, byte for byte, under any name and in any folder: the same card copied twice, or
 * a folder inside its own backup. By the id of each of them, the ids of all with its content, in order.
 */
export type CopyGroups = ReadonlyMap<string, readonly string[]>;

/** Of a survey in which every content is there once. */
export const noCopyGroups: CopyGroups = new Map();

/** The copies among photos; the same for any order of input. A photo without a content key is never called a copy. */
export function copyGroups(photos: Iterable<KeyedPhoto>): CopyGroups {
  const firstOf = new Map<string, string>();
  const twice = new Map<string, string[]>();
  for (const { id, contentKey } of photos) {
    if (contentKey === null) continue;
    const first = firstOf.get(contentKey);
    const group = twice.get(contentKey);
    if (group) group.push(id);
    else if (first === undefined) firstOf.set(contentKey, id);
    else twice.set(contentKey, [first, id]);
  }
  if (twice.size === 0) return noCopyGroups;
  const groups = new Map<string, readonly string[]>();
  for (const ids of twice.values()) for (const id of ids.sort()) groups.set(id, ids);
  return groups;
}

/** `before` where it equals `now`, so that stages which compare objects do not run again; else `now`. */
export function keepGroups(before: CopyGroups, now: CopyGroups): CopyGroups {
  if (before.size !== now.size) return now;
  for (const [id, ids] of now) if (!sameList(before.get(id) ?? [], ids)) return now;
  return before;
}

/** The copies of before, with what counts for them, where they are the same as now. */
export function keepCopies(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  if (before.size !== now.size) return now;
  for (const [id, counted] of now) if (before.get(id) !== counted) return now;
  return before;
}

/** What the choice between copies depends on. */
export interface CopyStanding {
  path: string;
  deployment: string;
  /** Whether a model has seen it. */
  isSifted: boolean;
  /** Whether a person said anything of this very copy. */
  isReviewed: boolean;
}

/**
 * For each photo that does not count, by its id, the id of the copy that counts for it. A copy that was sifted counts
 * before one that was not, then the one that a person reviewed, then one in the deployment in which people reviewed
 * most, so that a folder which is dropped later takes nothing out of the sequences that somebody worked on; then the
 * first by path.
 */
export function countedCopies(
  groups: CopyGroups,
  standing: (id: string) => CopyStanding,
): Map<string, string> {
  const standings = new Map(Array.from(groups.keys(), (id) => [id, standing(id)] as const));
  const reviewed = new Map<string, number>();
  for (const { deployment, isReviewed } of standings.values()) {
    if (isReviewed) reviewed.set(deployment, (reviewed.get(deployment) ?? 0) + 1);
  }
  const before = (left: string, right: string): number => {
    const [one, other] = [standings.get(left), standings.get(right)];
    if (!one || !other) return 0;
    return (
      Number(other.isSifted) - Number(one.isSifted) ||
      Number(other.isReviewed) - Number(one.isReviewed) ||
      (reviewed.get(other.deployment) ?? 0) - (reviewed.get(one.deployment) ?? 0) ||
      (one.path < other.path ? -1 : one.path > other.path ? 1 : left < right ? -1 : 1)
    );
  };
  const copies = new Map<string, string>();
  for (const ids of new Set(groups.values())) {
    const [counted, ...others] = [...ids].sort(before);
    for (const id of counted === undefined ? [] : others) copies.set(id, counted ?? id);
  }
  return copies;
}
