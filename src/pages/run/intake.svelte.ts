import { fileKind, isJunkFolder } from '../../core/files/fileKind.ts';
import { pendingMedia, type Media } from '../../core/photos/media.ts';
import type { FolderOrigin, SurveyFolder } from '../../core/survey/survey.ts';
import type { PhotoFolder } from '../../platform/folder.ts';
import { addPendingMedia, putPendingMedia } from '../../storage/mediaRepository.ts';
import { saveFolder } from '../../storage/surveyRepository.ts';
import type { Announcements } from '../shell/announcements.svelte.ts';
import type { FolderAccess } from './folderAccess.ts';
import { FolderIdentity, type ListedFile } from './folderIdentity.ts';
import { describeFolder } from './folderReport.ts';
import { language } from '../shell/language.svelte.ts';
import type { RunState } from './runState.svelte.ts';
import type { SurveyState } from '../survey/surveyState.svelte.ts';

/** The first photos come soon, so that the workers need not wait for a long list. */
const firstBatch = 200;
const batchSize = 2000;

/** Reads folders into the survey: every photo becomes a pending record, everything else is counted by kind. */
export class Intake {
  /** The folder being read and how many photos it has shown so far; null when none is. */
  reading = $state<{ name: string; photos: number } | null>(null);

  readonly #survey: SurveyState;
  readonly #run: Pick<RunState, 'add' | 'expectMore' | 'isActive' | 'isBack' | 'startUnlessPaused'>;
  readonly #access: FolderAccess;
  readonly #announcements: Announcements;
  readonly #identity: FolderIdentity;
  /** Each folder's record as it is to be kept. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing of it is shown
  readonly #latest = new Map<string, SurveyFolder>();
  /** The end of the line: folders are read one after another, because identity needs the folder before to be complete. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    survey: SurveyState,
    run: Pick<RunState, 'add' | 'expectMore' | 'isActive' | 'isBack' | 'startUnlessPaused'>,
    access: FolderAccess,
    announcements: Announcements,
  ) {
    this.#survey = survey;
    this.#run = run;
    this.#access = access;
    this.#announcements = announcements;
    this.#identity = new FolderIdentity(survey, access);
  }

  /** Adds folders to the open survey, one after another, and after those that were dropped before. */
  add(folders: readonly PhotoFolder[], projectId: string, origin: FolderOrigin | null = null): Promise<void> {
    return this.#inTurn(async () => {
      for (const folder of folders) {
        if (!this.#isOpen({ projectId })) return;
        const found = await this.#recordFor(folder, projectId, origin);
        const record = this.#atHome(found, folder);
        this.connect(record, folder);
        this.#run.startUnlessPaused();
        // Photos that were sifted on another laptop have no small pictures here yet.
        if (record !== found) this.#run.add(this.#identity.photosOf(found));
        await this.#read(record, folder);
      }
    });
  }

  /** Makes a folder readable; a run that goes on takes up its photos that are still pending. */
  connect(record: SurveyFolder, folder: PhotoFolder): void {
    const isNew = !this.#access.isConnected(record.id);
    this.#access.connect(record.id, folder);
    this.#run.isBack(record.id);
    if (isNew && this.#run.isActive) {
      this.#run.add(this.#survey.pending().filter(({ folderId }) => folderId === record.id));
    }
  }

  /** Whether a place still holds the photos of a folder, rather than those of another card. */
  isStill(folderId: string, place: PhotoFolder): Promise<boolean> {
    return this.#identity.isStill(folderId, place);
  }

  /** Connects a folder of the last visit, unless another card lies in its place. @returns whether it was connected */
  async reconnect(record: SurveyFolder, folder: PhotoFolder): Promise<boolean> {
    let isIt = true;
    await this.#inTurn(async () => {
      isIt = record.origin === 'drawn' || (await this.#identity.isStill(record.id, folder));
      if (!isIt) return;
      this.connect(record, folder);
      if (!record.complete) await this.#read(record, folder);
    });
    return isIt;
  }

  async #inTurn(work: () => Promise<void>): Promise<void> {
    const allCame = this.#run.expectMore();
    const turn = this.#turn.then(work).finally(() => (this.reading = null));
    this.#turn = turn.catch(() => undefined);
    try {
      await turn;
    } finally {
      allCame();
    }
  }

  /** Walks a folder whose record is known, and adds what is new in it. */
  async #read(record: SurveyFolder, folder: PhotoFolder): Promise<void> {
    this.reading = { name: record.name, photos: 0 };
    await this.#keepFolder(record, folder.handle);
    const paths: string[] = [];
    const otherFiles: Record<string, number> = {};
    const unreadable: string[] = [];
    for await (const walked of folder.walk(isJunkFolder)) {
      if ('unreadable' in walked) unreadable.push(`${record.name}/${walked.path}`);
      else this.#sort(walked.path, paths, otherFiles);
    }
    paths.sort();
    const others: ListedFile[] = [];
    for (let start = 0, end = firstBatch; start < paths.length; start = end, end += batchSize) {
      if (!this.#isOpen(record)) return;
      const listed = await this.#identity.list(record, folder, paths.slice(start, end));
      others.push(...listed.others);
      await this.#addPhotos(record, listed.found);
      await this.#takeAgain(listed.again);
    }
    if (!this.#isOpen(record)) return;
    if (others.length > 0) await this.#addOthers(record, folder, others);
    const complete = { ...record, otherFiles, complete: true };
    this.#survey.putFolder(complete);
    await this.#keepFolder(complete, null);
    describeFolder(complete, paths.length, unreadable, this.#announcements);
  }

  /** Writes a folder's record; where that fails it is told, and the folder's latest record is written again later. */
  async #keepFolder(record: SurveyFolder, handle: FileSystemDirectoryHandle | null): Promise<void> {
    this.#latest.set(record.id, record);
    await this.#survey.keeper.write(() => saveFolder(this.#latest.get(record.id) ?? record, handle));
  }

  /** False once the survey that a folder is of was closed. */
  #isOpen({ projectId }: Pick<SurveyFolder, 'projectId'>): boolean {
    return this.#survey.survey?.id === projectId;
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

  async #addPhotos(record: SurveyFolder, files: readonly ListedFile[]): Promise<void> {
    const found = files.map(({ path, size, modifiedAt }): Media => ({
      ...pendingMedia(record.projectId, record.id, `${record.name}/${path}`),
      ...{ size, modifiedAt },
    }));
    await addPendingMedia(found);
    this.#survey.put(found.map((media) => ({ media, outputs: null })));
    this.#run.add(found);
  }

  /** Photos with no result so far, or damaged ones, whose files have changed since. */
  async #takeAgain(media: readonly Media[]): Promise<void> {
    if (media.length === 0) return;
    const pending = media.map((each): Media => ({ ...each, status: 'pending', failure: null }));
    await putPendingMedia(pending);
    const settled = media.filter(({ status }) => status !== 'pending').map(({ id }) => id);
    this.#survey.put(pending.map((each) => ({ media: each, outputs: null })));
    this.#run.add(pending.filter(({ id }) => settled.includes(id)));
  }

  /** Other photos than those that are known under their paths become a folder of their own: no photo replaces another. */
  async #addOthers(
    { projectId, name }: SurveyFolder,
    folder: PhotoFolder,
    files: readonly ListedFile[],
  ): Promise<void> {
    const record: SurveyFolder = { ...this.#newRecord(folder, projectId, null), complete: true };
    this.#survey.putFolder(record);
    this.connect(record, folder);
    await this.#keepFolder(record, folder.handle);
    await this.#addPhotos(record, files);
    const words = language.words.run.problems;
    this.#announcements.say(words.otherPhotos(files.length, name, record.name));
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
    const known = await this.#identity.find(folder, origin);
    if (known) return known;
    const record = this.#newRecord(folder, projectId, origin);
    this.#survey.putFolder(record);
    if (record.name !== folder.name) {
      this.#announcements.say(language.words.run.problems.otherFolder(folder.name, record.name));
    }
    return record;
  }

  #newRecord(folder: PhotoFolder, projectId: string, origin: FolderOrigin | null): SurveyFolder {
    return {
      id: crypto.randomUUID(),
      projectId,
      name: this.#identity.freeName(folder.name),
      origin: origin ?? (folder.handle ? 'handle' : 'files'),
      otherFiles: {},
      complete: false,
    };
  }
}
