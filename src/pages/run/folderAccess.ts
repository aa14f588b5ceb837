import type { Failure } from '../../core/files/failure.ts';
import { agreementOf, isLearnt } from '../../core/photos/fileAgreement.ts';
import type { Media } from '../../core/photos/media.ts';
import type { PhotoFolder } from '../../platform/folder.ts';

export type Opened = { file: File } | { failure: Failure } | { lost: string };

/** How long the word on what lies in a place holds, in ms: each of thousands of photos may ask. */
const placeMilliseconds = 5000;

/** The folders that can be read right now, by their id in the survey. */
export class FolderAccess {
  /** Where each can be read, newest first: a card, and perhaps a copy of it. */
  readonly #places = new Map<string, PhotoFolder[]>();
  readonly #words = new Map<PhotoFolder, { at: number; isStill: Promise<boolean> }>();
  readonly #isStill: (folderId: string, place: PhotoFolder) => Promise<boolean>;

  /** @param isStill whether a place still holds the photos of a folder, rather than those of another card */
  constructor(isStill: (folderId: string, place: PhotoFolder) => Promise<boolean>) {
    this.#isStill = isStill;
  }

  connect(folderId: string, place: PhotoFolder): void {
    this.#places.set(folderId, [place, ...this.places(folderId).filter((each) => each !== place)]);
    this.#words.delete(place);
  }

  clear(): void {
    this.#places.clear();
    this.#words.clear();
  }

  isConnected(folderId: string): boolean {
    return this.#places.has(folderId);
  }

  places(folderId: string): readonly PhotoFolder[] {
    return this.#places.get(folderId) ?? [];
  }

  /** The very file that a photo was found as; null where it cannot be read, or another lies in its place. */
  async ownFile(media: Media): Promise<File | null> {
    for (const place of this.places(media.folderId)) {
      const file = await place.open(pathInFolder(media)).catch(() => null);
      if (file && ['equal', 'unread'].includes(agreementOf(media, file))) return file;
    }
    return null;
  }

  /**
   * Opens a photo; tells a file that is gone from a card that was pulled out, or has another in its place: that must not
   * fail the whole card, nor pass the other card's photos off as its own.
   */
  async open(media: Media): Promise<Opened> {
    let answer: Opened = { lost: 'not connected' };
    let changed: { file: File; place: PhotoFolder } | null = null;
    for (const place of this.places(media.folderId)) {
      try {
        const file = await place.open(pathInFolder(media));
        const agreement = agreementOf(media, file);
        if (agreement === 'equal' || agreement === 'unread') return { file };
        changed ??= { file, place };
      } catch (error) {
        const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
        if ('failure' in answer) continue;
        answer = (await canStillList(place))
          ? { failure: { code: detail.startsWith('NotFoundError') ? 'changed' : 'unreadable', detail } }
          : { lost: detail };
      }
    }
    return changed ? this.#openChanged(media, changed.file, changed.place) : answer;
  }

  /** A copy has another time; a file that was still being written has another size. */
  async #openChanged(media: Media, file: File, place: PhotoFolder): Promise<Opened> {
    if (media.status !== 'pending') {
      if (media.size === file.size || !isLearnt(media)) return { file };
      return { failure: { code: 'changed', detail: `${media.size} bytes before, ${file.size} now` } };
    }
    if (await this.#stillHolds(media.folderId, place)) return { file };
    return { lost: 'another folder is in its place' };
  }

  #stillHolds(folderId: string, place: PhotoFolder): Promise<boolean> {
    const known = this.#words.get(place);
    if (known && performance.now() - known.at < placeMilliseconds) return known.isStill;
    const word = { at: performance.now(), isStill: this.#isStill(folderId, place) };
    this.#words.set(place, word);
    return word.isStill;
  }
}

/** The path below the folder: the first part of a media path is the folder's own name. */
export function pathInFolder(media: Pick<Media, 'path'>): string {
  return media.path.slice(media.path.indexOf('/') + 1);
}

async function canStillList(folder: PhotoFolder): Promise<boolean> {
  const first = await folder.walk(() => false).next();
  return first.done !== true && !('unreadable' in first.value);
}
