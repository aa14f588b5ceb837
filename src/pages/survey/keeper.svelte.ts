import { language } from '../shell/language.svelte.ts';
import { isStorageFull } from '../../platform/storageSpace.ts';

/** Why something could not be kept, in words with a remedy. */
function reasonOf(error: unknown): string {
  const words = language.words.storage.unkept;
  if (isStorageFull(error)) return words.full;
  return words.other(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
}

/**
 * Writes what a person says and sets. What cannot be written holds until the page is closed, is told, and is written
 * again together with the next change.
 */
export class Keeper {
  /** Why the last changes are not on the disk; null while all of them are. */
  reason = $state<string | null>(null);
  #unkept: (() => Promise<void>)[] = [];
  #running = 0;

  /** True while everything is on the disk. */
  get isIdle(): boolean {
    return this.#running === 0 && this.#unkept.length === 0;
  }

  /**
   * Starts writing at once; never rejects.
   *
   * @param work can be done twice without harm
   * @returns whether it was written
   */
  async write(work: () => Promise<void>): Promise<boolean> {
    const isKept = await this.#try(work);
    if (isKept && this.#unkept.length > 0) await this.retry();
    return isKept;
  }

  /** Writes again what could not be written, in the order in which it came. */
  async retry(): Promise<void> {
    const unkept = this.#unkept;
    this.#unkept = [];
    for (const work of unkept) await this.#try(work);
    if (this.#unkept.length === 0) this.reason = null;
  }

  async #try(work: () => Promise<void>): Promise<boolean> {
    this.#running += 1;
    try {
      await work();
      return true;
    } catch (error) {
      this.#unkept.push(work);
      this.reason = reasonOf(error);
      return false;
    } finally {
      this.#running -= 1;
    }
  }
}
