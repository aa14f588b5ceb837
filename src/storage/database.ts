import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import type { Damage } from '../core/files/image/damage.ts';
import type { Media, MediaStatus } from '../core/photos/media.ts';
import type { KeptModel } from '../core/models/pack/packModel.ts';
import type { ResolvedRecipe } from '../core/decisions/recipes/recipe.ts';
import type { OutputText } from '../core/decisions/recipes/outputText.ts';
import type { PackedOutput } from '../core/decisions/recipes/recipeOutput.ts';
import type { Review } from '../core/survey/reviews/review.ts';
import type { RuntimeTrial } from '../core/models/runtime/runtimeVerdict.ts';
import type { Survey, SurveyFolder } from '../core/survey/survey.ts';
import type { BlockKey, StoredBlock } from './blocks.ts';
import { inBackground } from '../platform/background.ts';
import { rewriteOutputs } from './outputRecord.ts';
import { setAside } from './setAside.ts';

/** Under what the output of one run of a model on one photo's content is kept. */
export interface OutputKey {
  contentKey: string;
  /** The model's hash, or its hash and how its crops were made; see `ModelRun`. */
  modelHash: string;
}

/** What one run of a model said of one photo's content; found again wherever the file is moved. */
export type StoredOutput = PackedOutput & OutputKey;

/** As it lies in the database. */
export type OutputRecord = OutputKey & OutputText;

export interface StoredThumbnail {
  contentKey: string;
  mediaType: string;
  bytes: ArrayBuffer;
  /** What is damaged in the photo; null for a sound one, absent where nobody looked. */
  damage?: Damage | null;
  /** Of the file that was found to be this content, where its key is one of earlier versions. */
  wholeKey?: string;
}

/** A recipe that a person made or brought in. */
export interface StoredRecipe {
  id: string;
  recipe: ResolvedRecipe;
  /** True for the one a new survey starts with. */
  preferred: boolean;
  /** ms since 1970, UTC. */
  keptAt: number;
}

/** What came of trying a model on the graphics processor; holds for one adapter and one version of the app. */
export interface StoredTrial {
  modelHash: string;
  adapter: string;
  appVersion: string;
  trial: RuntimeTrial;
}

export interface StoredHandle {
  folderId: string;
  handle: FileSystemDirectoryHandle;
}

export interface FieldsiftSchema extends DBSchema {
  projects: { key: string; value: Survey };
  folders: { key: string; value: SurveyFolder; indexes: { project: string } };
  handles: { key: string; value: StoredHandle };
  media: { key: string; value: Media; indexes: { project: [string, MediaStatus] } };
  outputs: { key: [string, string]; value: OutputRecord };
  blocks: { key: BlockKey; value: StoredBlock };
  thumbnails: { key: string; value: StoredThumbnail };
  models: { key: string; value: KeptModel };
  reviews: { key: [string, string]; value: Review };
  recipes: { key: string; value: StoredRecipe };
  runtimeTrials: { key: [string, string]; value: StoredTrial };
}

export type FieldsiftDatabase = IDBPDatabase<FieldsiftSchema>;
type Upgrade = IDBPTransaction<FieldsiftSchema, StoreNames<FieldsiftSchema>[], 'versionchange'>;

const name = 'fieldsift';
const version = 7;

function createFirstStores(database: FieldsiftDatabase): void {
  database.createObjectStore('projects', { keyPath: 'id' });
  database.createObjectStore('folders', { keyPath: 'id' }).createIndex('project', 'projectId');
  database.createObjectStore('handles', { keyPath: 'folderId' });
  database.createObjectStore('media', { keyPath: 'id' }).createIndex('project', ['projectId', 'status']);
  database.createObjectStore('outputs', { keyPath: ['modelHash', 'contentKey'] });
  database.createObjectStore('thumbnails', { keyPath: 'contentKey' });
  database.createObjectStore('models', { keyPath: 'hash' });
}

/**
 * What a person said of photos; a project file can bring one review into several surveys.
 * Clocks and stations lie in the survey's settings, so that undo puts all back at once.
 */
function createReviewStore(database: FieldsiftDatabase): void {
  database.createObjectStore('reviews', { keyPath: ['projectId', 'id'] });
}

/**
 * Up to version 5, reviews lay under their id alone, so that a second survey could not have the same one. One that names
 * no survey is set aside: it stays, under no survey's name.
 */
async function keyReviewsBySurvey(database: FieldsiftDatabase, transaction: Upgrade): Promise<void> {
  const reviews = await transaction.objectStore('reviews').getAll();
  database.deleteObjectStore('reviews');
  createReviewStore(database);
  const store = transaction.objectStore('reviews');
  await Promise.all(
    reviews.map((review) => {
      const { projectId }: { projectId: unknown } = review;
      if (typeof projectId === 'string') return store.add(review);
      setAside(`${review.by}, ${review.at}`);
      return store.add({ ...review, projectId: '' });
    }),
  );
}

function createTrialStore(database: FieldsiftDatabase): void {
  database.createObjectStore('runtimeTrials', { keyPath: ['modelHash', 'adapter'] });
}

/** Copies of records, for opening a survey; an upgrade that changes media or outputs must empty it. */
function createBlockStore(database: FieldsiftDatabase): void {
  database.createObjectStore('blocks', { keyPath: ['lower', 'upper', 'part'] });
}

let connection: Promise<FieldsiftDatabase> | null = null;

/** `blocked`: another tab holds an older version open. `superseded`: another tab brings a newer version. */
export type DatabaseEvent = 'blocked' | 'superseded';

let tell: (event: DatabaseEvent) => void = () => undefined;

/** Has this listener told what other tabs do to the database. */
export function watchDatabase(listener: (event: DatabaseEvent) => void): void {
  tell = listener;
}

/**
 * The one connection of this page or worker, opened on first use.
 * A newer version of the app in another tab closes it, so that its upgrade is not blocked; the next call opens again.
 *
 * @throws DOMException when the browser refuses storage (private windows of some browsers, a full disk)
 */
export function openDatabase(): Promise<FieldsiftDatabase> {
  connection ??= open().catch((error: unknown) => {
    connection = null;
    throw error;
  });
  return connection;
}

// Where a browser has no databases at all, asking for one throws at once: here that is a rejection, too.
async function open(): Promise<FieldsiftDatabase> {
  const upgrading = new Upgrading();
  return openDB<FieldsiftSchema>(name, version, {
    upgrade(database, oldVersion, _newVersion, transaction) {
      if (oldVersion < 1) createFirstStores(database);
      if (oldVersion < 2) createReviewStore(database);
      if (oldVersion < 3) database.createObjectStore('recipes', { keyPath: 'id' });
      if (oldVersion < 4) createTrialStore(database);
      if (oldVersion < 7) createBlockStore(database);
      if (oldVersion > 0 && oldVersion < 5) {
        upgrading.step(transaction, rewriteOutputs(transaction.objectStore('outputs')));
      }
      if (oldVersion > 1 && oldVersion < 6) {
        upgrading.step(transaction, keyReviewsBySurvey(database, transaction));
      }
    },
    blocked() {
      tell('blocked');
    },
    blocking(_currentVersion, nextVersion) {
      inBackground(closeDatabase());
      // null where the site's data are cleared: the next call starts again.
      if (nextVersion !== null) tell('superseded');
    },
    terminated() {
      connection = null;
    },
  }).catch((error: unknown) => {
    throw upgrading.failure ?? error;
  });
}

/** Steps of an upgrade that go on by themselves; the upgrade lasts for as long as they ask for something. */
class Upgrading {
  /** Why the upgrade did not take place; what opens the database only says that it was given up. */
  failure: unknown = null;

  /** A step that fails takes the whole upgrade back, so that all stays as the earlier version left it. */
  step(transaction: Upgrade, work: Promise<void>): void {
    transaction.done.catch(() => null);
    work.catch((error: unknown) => {
      this.failure ??= error;
      try {
        transaction.abort();
      } catch {
        // It has ended by itself.
      }
    });
  }
}

/** Closes the connection of this page or worker, if there is one. */
export async function closeDatabase(): Promise<void> {
  const closing = connection;
  connection = null;
  (await closing?.catch(() => null))?.close();
}
