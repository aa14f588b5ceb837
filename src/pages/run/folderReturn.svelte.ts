import type { Media } from '../../core/photos/media.ts';
import type { PhotoFolder } from '../../platform/folder.ts';
import type { FolderAccess } from './folderAccess.ts';
import { foldersAway } from './foldersAway.ts';
import type { Intake } from './intake.svelte.ts';
import { askFor, reconnect } from './reconnect.ts';
import type { SurveyState } from '../survey/surveyState.svelte.ts';

/** A folder that cannot be read right now. `handle`: the browser may open it again after a click; null: it must be given again. */
export interface FolderAway {
  folderId: string;
  name: string;
  handle: FileSystemDirectoryHandle | null;
}

/** The folders of the open survey that cannot be read right now, and the ways to get them back. */
export class FolderReturn {
  /** All of them, whether anything is left to sift or not: whole photos and copies need them. */
  away = $state.raw<readonly FolderAway[]>([]);
  /** Folders with photos left that the browser may open again after a click. */
  readonly askable: readonly FolderAway[] = $derived.by(() =>
    this.away.filter(({ folderId, handle }) => handle !== null && this.#needed.includes(folderId)),
  );
  /** Ids of folders with photos left. */
  #needed = $state.raw<readonly string[]>([]);
  /** Names of folders with photos left that must be dropped again. */
  missing = $state.raw<readonly string[]>([]);
  /** Folders that came with a project file and were not dropped here yet. */
  elsewhere = $state.raw<readonly { name: string; photos: number }[]>([]);

  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- no screen shows it
  readonly #handles = new Map<string, FileSystemDirectoryHandle>();
  readonly #survey: SurveyState;
  readonly #access: FolderAccess;
  readonly #intake: Intake;

  constructor(survey: SurveyState, access: FolderAccess, intake: Intake) {
    this.#survey = survey;
    this.#access = access;
    this.#intake = intake;
  }

  /** Photos that wait to be sifted and can be read. */
  pending(): Media[] {
    return this.#survey.pending().filter(({ folderId }) => this.#access.isConnected(folderId));
  }

  /** Connects every folder that can be read without a question. */
  async reconnect(): Promise<void> {
    this.#handles.clear();
    for (const record of this.#survey.folders) {
      if (this.#access.isConnected(record.id)) continue;
      const found = await reconnect(record);
      if (found.kind === 'connected') await this.#connect(record.id, found.folder);
      else if (found.kind === 'ask') this.#handles.set(record.id, found.handle);
    }
    this.recount();
  }

  /** Asks the person for folders of the last visit; only inside a click. */
  async ask(folders: readonly FolderAway[]): Promise<void> {
    for (const { folderId, handle } of folders) {
      const folder = handle && (await askFor(handle));
      if (folder) await this.#connect(folderId, folder);
    }
    this.recount();
  }

  /** Takes off the lists what was connected meanwhile. */
  recount(): void {
    const { needed, elsewhere } = foldersAway(this.#survey.folders, this.#survey.pending(), (id) =>
      this.#access.isConnected(id),
    );
    this.away = this.#survey.folders
      .filter(({ id }) => !this.#access.isConnected(id))
      .map(({ id, name }) => ({ folderId: id, name, handle: this.#handles.get(id) ?? null }));
    this.#needed = needed.map(({ id }) => id);
    this.missing = needed.map(({ name }) => name);
    const photos = elsewhere.length === 0 ? [] : this.#survey.photos();
    this.elsewhere = elsewhere.map(({ id, name }) => ({
      name,
      photos: photos.filter(({ media }) => media.folderId === id).length,
    }));
  }

  /** No survey is open. */
  clear(): void {
    this.#handles.clear();
    this.away = [];
    this.#needed = [];
    this.missing = [];
    this.elsewhere = [];
  }

  async #connect(folderId: string, folder: PhotoFolder): Promise<void> {
    const record = this.#survey.folders.find(({ id }) => id === folderId);
    if (record) await this.#intake.reconnect(record, folder);
  }
}
