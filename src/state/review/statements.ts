import type { ReviewStatement } from '../../core/review/review.ts';
import type { Reviews } from '../reviews.svelte.ts';

type Stated = readonly [statement: ReviewStatement, mediaIds: readonly string[]];

/** States what one keystroke says; several statements of one keystroke are undone and redone together. */
export class Statements {
  readonly #reviews: Reviews;
  /** The number of statements of each keystroke, by the ids of its first and last. */
  readonly #together = new Map<string, number>();

  constructor(reviews: Reviews) {
    this.#reviews = reviews;
  }

  add(all: readonly Stated[]): void {
    const ids = all.map(([statement, mediaIds]) => this.#reviews.add(statement, mediaIds).id);
    for (const id of ids) this.#together.set(id, ids.length);
  }

  /** @returns the photos it was about; null when there is nothing to undo */
  undo(): readonly string[] | null {
    return this.#repeat(() => this.#reviews.undo());
  }

  /** @returns the photos it is about; null when there is nothing to redo */
  redo(): readonly string[] | null {
    return this.#repeat(() => this.#reviews.redo());
  }

  #repeat(step: () => ReturnType<Reviews['undo']>): readonly string[] | null {
    const first = step();
    if (!first) return null;
    for (let left = (this.#together.get(first.id) ?? 1) - 1; left > 0; left -= 1) step();
    return first.mediaIds;
  }
}
