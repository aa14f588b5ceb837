import { untrack } from 'svelte';

/** How long the hand rests before it is worked out, in ms: shorter than anybody waits for, longer than between keys. */
const rest = 120;

/**
 * What is worked out only once a person stops typing or sliding, because it costs more than a frame of the screen and
 * nothing else follows from it. Until then the earlier value stays. Made while a component is.
 */
export class Afterwards<Value> {
  #value = $state.raw<Value | null>(null);

  /**
   * @param follow reads all that the value depends on; it runs at once, so it must cost little
   * @param make works it out
   */
  constructor(follow: () => unknown, make: () => Value) {
    let isFirst = true;
    $effect(() => {
      follow();
      if (isFirst) {
        isFirst = false;
        untrack(() => (this.#value = make()));
        return;
      }
      const waiting = setTimeout(() => (this.#value = make()), rest);
      return () => clearTimeout(waiting);
    });
  }

  /** null before it was worked out for the first time, which is before anything is drawn. */
  get value(): Value | null {
    return this.#value;
  }
}
