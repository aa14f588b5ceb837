import {
  bindKeys,
  formatBindings,
  keyConflicts,
  parseBindings,
  type KeyBindings,
} from '../../core/queue/keyBindings.ts';
import type { KeyStroke } from '../../core/queue/keyStroke.ts';
import { recall, remember } from '../../platform/remembered.ts';
import { defaultBindings, type ReviewAction } from './reviewActions.ts';

const keptAs = 'fieldsift.keys';

/** The keys of this person, as they left them. */
export class KeySettings {
  #bindings = $state.raw<KeyBindings<ReviewAction>>(parseBindings(recall(keptAs), defaultBindings));
  readonly conflicts = $derived.by(() => keyConflicts(this.#bindings));

  get bindings(): KeyBindings<ReviewAction> {
    return this.#bindings;
  }

  bind(action: ReviewAction, keys: readonly KeyStroke[]): void {
    this.#change(bindKeys(this.#bindings, action, keys));
  }

  useSingleKeys(singleKeys: boolean): void {
    this.#change({ ...this.#bindings, singleKeys });
  }

  reset(): void {
    this.#change(defaultBindings);
  }

  #change(bindings: KeyBindings<ReviewAction>): void {
    this.#bindings = bindings;
    remember(keptAs, formatBindings(bindings, defaultBindings));
  }
}
