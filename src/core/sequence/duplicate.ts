/** What finding copies needs of a photo. */
export interface KeyedPhoto {
  id: string;
  path: string;
  /** Names the photo by its content; null until the file was opened. */
  contentKey: string | null;
}

/** Photos with the same content: one that counts, and its copies. */
export interface DuplicateGroup<Photo extends KeyedPhoto> {
  contentKey: string;
  /** The first by path. */
  counted: Photo;
  /** The others by path; at least one. */
  copies: Photo[];
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function comparePhotos(left: KeyedPhoto, right: KeyedPhoto): number {
  return compareText(left.path, right.path) || compareText(left.id, right.id);
}

/**
 * Finds photos that are there more than once, byte for byte, under any name and in any folder: the same card copied
 * twice, or a folder inside its own backup. A photo without a content key is never called a copy.
 *
 * @returns one group per content that is there more than once, by the path of the photo that counts; the same for
 * any order of input
 */
export function findDuplicates<Photo extends KeyedPhoto>(photos: Iterable<Photo>): DuplicateGroup<Photo>[] {
  const byKey = new Map<string, Photo[]>();
  for (const photo of photos) {
    if (photo.contentKey === null) continue;
    const group = byKey.get(photo.contentKey);
    if (group) group.push(photo);
    else byKey.set(photo.contentKey, [photo]);
  }
  const groups: DuplicateGroup<Photo>[] = [];
  for (const [contentKey, found] of byKey) {
    const [counted, ...copies] = found.sort(comparePhotos);
    if (counted && copies.length > 0) groups.push({ contentKey, counted, copies });
  }
  return groups.sort((left, right) => comparePhotos(left.counted, right.counted));
}

/** Every photo once: those without the copies, in the order given. */
export function countedOnce<Photo extends KeyedPhoto>(photos: readonly Photo[]): Photo[] {
  const copies = new Set(findDuplicates(photos).flatMap((group) => group.copies.map(({ id }) => id)));
  return photos.filter(({ id }) => !copies.has(id));
}
