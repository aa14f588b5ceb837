import { agreementOf, isLearnt } from '../../core/photos/fileAgreement.ts';
import type { Media } from '../../core/photos/media.ts';
import type { FolderOrigin, SurveyFolder } from '../../core/survey/survey.ts';
import { contentKeyOf, isContent } from '../../platform/contentKey.ts';
import type { PhotoFolder } from '../../platform/folder.ts';
import { loadHandle } from '../../storage/surveyRepository.ts';
import { pathInFolder, type FolderAccess } from './folderAccess.ts';
import { hasEdgesOf, isSameFolder, matchFile } from './folderMatch.ts';
import type { SurveyState } from '../survey/surveyState.svelte.ts';

/** A photo's file as it was listed; size and time are null where it could not be opened. */
export interface ListedFile {
  /** Relative to the folder. */
  path: string;
  size: number | null;
  modifiedAt: number | null;
}

/** The photos of a folder against those that are known of it. */
export interface Listed {
  /** New ones. */
  found: ListedFile[];
  /** Known, but nothing was learnt of them, and their files are others now; with the size and time of these. */
  again: Media[];
  /** Other photos than those that are known under their paths. */
  others: ListedFile[];
}

/** Listing is waiting for the browser: so many at a time take a quarter of the time. */
const inFlight = 32;
/** A copy's files all have other times: after so many that were equal in content, the rest is taken to be. */
const provenCopies = 50;

function baseOf(name: string): string {
  return name.replace(/ \(\d+\)$/, '');
}

/** Tells which folder of the survey a dropped one is, and which photo a file is: by size, time and content, never by name. */
export class FolderIdentity {
  readonly #survey: SurveyState;
  readonly #access: FolderAccess;

  constructor(survey: SurveyState, access: FolderAccess) {
    this.#survey = survey;
    this.#access = access;
  }

  photosOf({ id }: Pick<SurveyFolder, 'id'>): Media[] {
    return this.#survey.photos().flatMap(({ media }) => (media.folderId === id ? [media] : []));
  }

  /** The folder of the survey that this one is, the largest where several are; null for another one, and in doubt. */
  async find(folder: PhotoFolder, origin: FolderOrigin | null): Promise<SurveyFolder | null> {
    const { folders } = this.#survey;
    if (origin === 'drawn') return folders.find((each) => each.origin === 'drawn') ?? null;
    const namesakes = folders.filter(({ name }) => name === folder.name || baseOf(name) === folder.name);
    // One that came with a project file may have another name on this laptop.
    const away = folders.filter((each) => each.origin === 'elsewhere' && !namesakes.includes(each));
    let best: { record: SurveyFolder; photos: number } | null = null;
    for (const record of [...namesakes, ...away]) {
      const samePlace = await this.#isSamePlace(record, folder);
      const evidence = { ownFile: (media: Media) => this.#access.ownFile(media), samePlace };
      const known = this.photosOf(record);
      if (best && known.length <= best.photos) continue;
      if (await isSameFolder(known, folder, evidence)) best = { record, photos: known.length };
    }
    return best?.record ?? null;
  }

  /** Whether a place where a folder could be read still holds its photos, rather than those of another card. */
  isStill(folderId: string, place: PhotoFolder): Promise<boolean> {
    const ownFile = (): Promise<null> => Promise.resolve(null);
    return isSameFolder(this.photosOf({ id: folderId }), place, { ownFile, samePlace: true });
  }

  /** A name that no folder of the survey has: `DCIM`, `DCIM (2)`, `DCIM (3)`. */
  freeName(wanted: string): string {
    const names = new Set(this.#survey.folders.map(({ name }) => name));
    let name = wanted;
    for (let number = 2; names.has(name); number += 1) name = `${wanted} (${number})`;
    return name;
  }

  /** Looks at size and time of files, and at their content where these leave a doubt. */
  async list(record: SurveyFolder, folder: PhotoFolder, paths: readonly string[]): Promise<Listed> {
    const listed: Listed = { found: [], again: [], others: [] };
    const files = record.origin === 'drawn' ? [] : await openAll(folder, paths);
    const isKnown = this.#survey.photos().some(({ media }) => media.folderId === record.id);
    let copies = 0;
    for (const [index, path] of paths.entries()) {
      const file = files[index] ?? null;
      const now = { path, size: file?.size ?? null, modifiedAt: file?.lastModified ?? null };
      const known = this.#survey.photo(`${record.id}/${record.name}/${path}`)?.media;
      if (!known) {
        if (!isKnown || !file || !(await this.#isInNamesake(record, path, file))) listed.found.push(now);
        continue;
      }
      const agreement = file ? agreementOf(known, file) : 'unread';
      if (file && (await mayBeHealed(known, file))) {
        const unread = { ...known, size: now.size, modifiedAt: now.modifiedAt };
        delete unread.damage;
        listed.again.push(unread);
        continue;
      }
      if (!file || agreement === 'equal' || agreement === 'unread') continue;
      if (agreement === 'moved' && copies >= provenCopies) continue;
      const own = await this.#ownElsewhere(known, folder);
      const key = known.contentKey ?? (own && (await keyOf(own)));
      if (agreement === 'moved' && key !== null && (await isContent(file, key).catch(() => false))) {
        copies += 1;
      } else if (!isLearnt(known) && !own) {
        const { size, modifiedAt } = now;
        listed.again.push({ ...known, size, modifiedAt, contentKey: null, metadata: null });
      } else if (!(await this.#isInNamesake(record, path, file))) listed.others.push(now);
    }
    return listed;
  }

  /** The very file of a photo, where it can still be read in another place than the one that is being listed. */
  async #ownElsewhere(media: Media, listed: PhotoFolder): Promise<File | null> {
    for (const place of this.#access.places(media.folderId)) {
      if (place === listed) continue;
      const file = await place.open(pathInFolder(media)).catch(() => null);
      if (file && agreementOf(media, file) === 'equal') return file;
    }
    return null;
  }

  /** Whether a file is already known under the same path of a folder that is called alike. */
  async #isInNamesake(record: SurveyFolder, path: string, file: File): Promise<boolean> {
    for (const each of this.#survey.folders) {
      if (each.id === record.id || baseOf(each.name) !== baseOf(record.name)) continue;
      const known = this.#survey.photo(`${each.id}/${each.name}/${path}`)?.media;
      const match =
        known && matchFile(known, file, (media) => this.#access.ownFile(media)).catch(() => 'unknown');
      if ((await match) === 'same') return true;
    }
    return false;
  }

  async #isSamePlace(record: SurveyFolder, { handle }: PhotoFolder): Promise<boolean> {
    if (!handle) return false;
    const before = this.#access.places(record.id).map((place) => place.handle);
    const handles = before.length > 0 ? before : [await loadHandle(record.id)];
    for (const each of handles) {
      if (await each?.isSameEntry(handle).catch(() => false)) return true;
    }
    return false;
  }
}

/** Whether a photo that was damaged has a file that may be whole by now: nothing else is known of it. */
async function mayBeHealed(known: Media, file: File): Promise<boolean> {
  if (!known.damage) return false;
  const agreement = agreementOf(known, file);
  return (
    agreement === 'equal' || (agreement === 'moved' && (await hasEdgesOf(known, file).catch(() => false)))
  );
}

/** null for a file that can no longer be read. */
function keyOf(file: File): Promise<string | null> {
  return contentKeyOf(file).catch(() => null);
}

/** Opens files, some at a time; null for one that cannot be opened. */
async function openAll(folder: PhotoFolder, paths: readonly string[]): Promise<(File | null)[]> {
  const files: (File | null)[] = [];
  for (let start = 0; start < paths.length; start += inFlight) {
    const some = paths.slice(start, start + inFlight);
    files.push(...(await Promise.all(some.map((path) => folder.open(path).catch(() => null)))));
  }
  return files;
}
