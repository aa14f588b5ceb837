import { isStorageFull } from '../../platform/storageSpace.ts';
import { openDatabase, watchDatabase } from '../../storage/database.ts';
import { language } from './language.svelte.ts';

/** Why the app cannot start, or cannot go on. `blocked` and `slow` go away by themselves. */
export type ObstacleKind = 'refused' | 'newer' | 'blocked' | 'slow' | 'full' | 'failed';

/** ms; a browser that opens its storage at all does so sooner. */
const patience = 10_000;

/** What the error of a browser that does not open its storage means. */
export function obstacleOf(error: unknown): ObstacleKind {
  if (isStorageFull(error)) return 'full';
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'VersionError') return 'newer';
  // Private windows of older browsers answer with an InvalidStateError; where there is no storage at all, with a TypeError.
  const refusals = ['SecurityError', 'NotAllowedError', 'InvalidStateError', 'TypeError', 'ReferenceError'];
  return refusals.includes(name) ? 'refused' : 'failed';
}

/** What stands in the way of the browser's storage, for as long as it does. */
export class StartObstacle {
  kind = $state<ObstacleKind | null>(null);
  #detail = $state('');

  /** @param superseded is called when a newer version of the app takes the storage over, in another tab */
  constructor(superseded: () => void) {
    watchDatabase((event) => {
      this.kind = event === 'blocked' ? 'blocked' : 'newer';
      if (event === 'superseded') superseded();
    });
  }

  /** What is in the way and what to do, in a sentence; empty for nothing. */
  get sentence(): string {
    const words = language.words.storage.obstacles;
    switch (this.kind) {
      case null:
        return '';
      case 'failed':
        return words.failed(this.#detail);
      default:
        return words[this.kind];
    }
  }

  /** Whether reloading the page can help; `blocked` and `slow` go on by themselves. */
  get isForReload(): boolean {
    return this.kind !== null && !['blocked', 'slow'].includes(this.kind);
  }

  /**
   * Opens the storage, for as long as another tab is in the way waits for it, and reads what is needed first.
   *
   * @throws Error with the sentence that says what is missing and what to do
   */
  async guard<Read>(read: () => Promise<Read>): Promise<Read> {
    const slow = setTimeout(() => (this.kind ??= 'slow'), patience);
    try {
      await openDatabase();
      this.kind = null;
    } catch (error) {
      this.#stop(obstacleOf(error), error);
    } finally {
      clearTimeout(slow);
    }
    try {
      return await read();
    } catch (error) {
      this.#stop(error instanceof TypeError ? 'failed' : obstacleOf(error), error);
    }
  }

  #stop(kind: ObstacleKind, cause: unknown): never {
    this.kind = kind;
    this.#detail = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
    throw new Error(this.sentence, { cause });
  }
}
