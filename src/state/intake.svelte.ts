import { fileKind, isJunkFolder } from '../core/media/fileKind.ts';
import { pendingMedia, type Media } from '../core/media/media.ts';
import type { FolderOrigin, SurveyFolder } from '../core/survey/survey.ts';
import type { PhotoFolder } from '../platform/folder.ts';
import { addPendingMedia } from '../storage/mediaRepository.ts';
import { saveFolder } from '../storage/surveyRepository.ts';
import type { Announcements } from './announcements.svelte.ts';
import type { FolderAccess } from './folderAccess.ts';
import { isSameFolder } from './folderMatch.ts';
import { describeFolder } from './folderReport.ts';
import type { RunState } from './runState.svelte.ts';
import type { SurveyState } from './surveyState.svelte.ts';

const batchSize = 2000;

/** Reads folders into the survey: every photo becomes a pending record, everything else is counted by kind. */
export class Intake {
  /** The folder being read and how many photos it has shown so far; null when none is. */
  reading = $state<{ name: string; photos: number } | null>(null);

  readonly #survey: SurveyState;
  readonly #run: RunState;
  readonly #access: FolderAccess;
  readonly #announcements: Announcements;

  constructor(survey: SurveyState, run: RunState, access: FolderAccess, announcements: Announcements) {
    this.#survey = survey;
    this.#run = run;
    this.#access = access;
    this.#announcements = announcements;
  }

  /** Adds folders to the open survey, one after another. */
  async add(
    folders: readonly PhotoFolder[],
    projectId: string,
    origin: FolderOrigin | null = null,
  ): Promise<void> {
    const allCame = this.#run.expectMore();
    try {
      for (const folder of folders) {
        const found = await this.#recordFor(folder, projectId, origin);
        const record = this.#atHome(found, folder);
        this.connect(record, folder);
        this.#run.startUnlessPaused();
        // Photos that were sifted on another laptop have no small pictures here yet.
        if (record !== found) this.#run.add(this.#photosOf(found));
        await this.read(record, folder);
      }
    } finally {
      this.reading = null;
      allCame();
    }
  }

  /** Makes a folder readable; a run that goes on takes up its photos that are still pending. */
  connect(record: SurveyFolder, folder: PhotoFolder): void {
    const isNew = !this.#access.isConnected(record.id);
    this.#access.connect(record.id, folder);
    if (isNew && this.#run.isActive) {
      this.#run.add(this.#survey.pending().filter(({ folderId }) => folderId === record.id));
    }
  }

  /** Walks a folder whose record is known, and adds what is new in it. */
  async read(record: SurveyFolder, folder: PhotoFolder): Promise<void> {
    this.reading = { name: record.name, photos: 0 };
    await saveFolder(record, folder.handle);
    const paths: string[] = [];
    const otherFiles: Record<string, number> = {};
    const unreadable: string[] = [];
    for await (const walked of folder.walk(isJunkFolder)) {
      if ('unreadable' in walked) unreadable.push(`${record.name}/${walked.path}`);
      else this.#sort(walked.path, paths, otherFiles);
    }
    paths.sort();
    for (let start = 0; start < paths.length; start += batchSize) {
      await this.#addPhotos(record, paths.slice(start, start + batchSize));
    }
    const complete = { ...record, otherFiles, complete: true };
    await saveFolder(complete, null);
    this.#survey.putFolder(complete);
    describeFolder(complete, paths.length, unreadable, this.#announcements);
  }

  #sort(path: string, photos: string[], otherFiles: Record<string, number>): void {
    const kind = fileKind(path.slice(path.lastIndexOf('/') + 1));
    if (kind.kind === 'junk') return;
    if (kind.kind === 'photo') {
      photos.push(path);
      if (photos.length % 500 === 0 && this.reading)
        this.reading = { ...this.reading, photos: photos.length };
      return;
    }
    const name =
      kind.kind === 'unsupported'
        ? kind.group
        : kind.extension === ''
          ? 'no extension'
          : `.${kind.extension}`;
    otherFiles[name] = (otherFiles[name] ?? 0) + 1;
  }

  async #addPhotos(record: SurveyFolder, paths: string[]): Promise<void> {
    const found: Media[] = paths
      .map((path) => pendingMedia(record.projectId, record.id, `${record.name}/${path}`))
      .filter(({ id }) => !this.#survey.has(id));
    await addPendingMedia(found);
    this.#survey.put(found.map((media) => ({ media, outputs: null })));
    this.#run.add(found);
  }

  #photosOf({ id }: SurveyFolder): Media[] {
    return this.#survey.photos().flatMap(({ media }) => (media.folderId === id ? [media] : []));
  }

  /** A folder that came with a project file is one of this laptop from now on. */
  #atHome(record: SurveyFolder, folder: PhotoFolder): SurveyFolder {
    if (record.origin !== 'elsewhere') return record;
    const home: SurveyFolder = { ...record, origin: folder.handle ? 'handle' : 'files' };
    this.#survey.putFolder(home);
    return home;
  }

  /** The record of a folder that was dropped before, or a new one with a name of its own. */
  async #recordFor(
    folder: PhotoFolder,
    projectId: string,
    origin: FolderOrigin | null,
  ): Promise<SurveyFolder> {
    const sameName = this.#survey.folders.filter(({ name }) => name.replace(/ \(\d+\)$/, '') === folder.name);
    // One that came with a project file may have another name on this laptop.
    const away = this.#survey.folders.filter(({ origin: from }) => from === 'elsewhere');
    for (const record of [...sameName, ...away]) {
      if (await isSameFolder(this.#photosOf(record), folder)) return record;
    }
    const record: SurveyFolder = {
      id: crypto.randomUUID(),
      projectId,
      name: sameName.length === 0 ? folder.name : `${folder.name} (${sameName.length + 1})`,
      origin: origin ?? (folder.handle ? 'handle' : 'files'),
      otherFiles: {},
      complete: false,
    };
    this.#survey.putFolder(record);
    return record;
  }
}
