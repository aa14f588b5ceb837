import {
  bindKeys,
  defaultBindings,
  formatBindings,
  keyConflicts,
  parseBindings,
  type KeyBindings,
} from '../../core/queue/keyBindings.ts';
import type { KeyStroke } from '../../core/queue/keyStroke.ts';
import type { ReviewAction } from '../../core/queue/reviewAction.ts';
import { recall, remember } from '../../platform/remembered.ts';

const keptAs = 'fieldsift.keys';

/** The keys of this person, as they left them. */
export class KeySettings {
  #bindings = $state.raw<KeyBindings>(parseBindings(recall(keptAs)));
  readonly conflicts = $derived.by(() => keyConflicts(this.#bindings));

  get bindings(): KeyBindings {
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

  #change(bindings: KeyBindings): void {
    this.#bindings = bindings;
    remember(keptAs, formatBindings(bindings));
  }
}
