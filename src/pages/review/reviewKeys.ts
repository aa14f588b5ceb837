import { actionOf } from '../../core/queue/keyBindings.ts';
import { isSingleCharacter, strokeOf, type PressedKey } from '../../core/queue/keyStroke.ts';
import { observationOf } from '../../core/taxa/observation.ts';
import { isBrowsersOwn, isTextField } from './browserKeys.ts';
import { reviewActions, type KeyReach } from './reviewActions.ts';
import type { ReviewDesk } from './reviewDesk.svelte.ts';

/** How far the action of a pressed key reaches; null for a key without an action. */
function reachOf(desk: ReviewDesk, pressed: PressedKey): KeyReach | null {
  const stroke = strokeOf(pressed);
  const action = stroke === null ? null : actionOf(desk.keys.bindings, stroke);
  return action === null ? null : reviewActions[action].reach;
}

/**
 * Does what a pressed key stands for: an action, or the name of a species whose letter it is.
 *
 * @returns false for a key that stands for nothing here, which the browser may have
 */
export function pressKey(desk: ReviewDesk, pressed: PressedKey): boolean {
  const stroke = strokeOf(pressed);
  if (stroke === null) return false;
  const action = actionOf(desk.keys.bindings, stroke);
  if (action !== null) {
    const { reach, perform } = reviewActions[action];
    if (reach === 'photo' && !desk.table.isOpen) return false;
    perform(desk);
    return true;
  }
  if (!desk.keys.bindings.singleKeys || !isSingleCharacter(stroke)) return false;
  const taxon = desk.names.letters.get(stroke);
  if (!taxon) return false;
  desk.name(observationOf('animal', taxon));
  return true;
}

/**
 * The same as `pressKey` where no stack has the focus: keys that are about stacks need some that are chosen, which the
 * bar at the bottom shows.
 */
function pressPageKey(desk: ReviewDesk, pressed: PressedKey): boolean {
  const reach = reachOf(desk, pressed);
  if (reach === 'stack') return false;
  return (reach === 'page' || desk.queue.chosen.length > 0) && pressKey(desk, pressed);
}

/** Whether a dialog other than the light table has the keyboard. */
function isElsewhere(): boolean {
  return document.querySelector('dialog[open]:not([data-light-table])') !== null;
}

function textOf(field: HTMLElement): string {
  return 'value' in field ? String(field.value) : field.textContent;
}

/**
 * Undo and redo wherever the focus is. In a text field the field's own come first: only where it had nothing to take
 * back, the last act of the review is taken back.
 */
export function onHistoryKey(desk: ReviewDesk, event: KeyboardEvent): void {
  if (event.defaultPrevented || isElsewhere() || reachOf(desk, event) !== 'everywhere') return;
  const target = event.target as HTMLElement;
  if (!isTextField(target)) {
    event.preventDefault();
    event.stopPropagation();
    pressKey(desk, event);
  } else if (event.ctrlKey || event.metaKey) {
    const before = textOf(target);
    // By then the browser has done its own.
    setTimeout(() => {
      if (textOf(target) === before) pressKey(desk, event);
    });
  }
}

/** Keys of the page of photos where nothing that has the focus takes them. */
export function onPageKey(desk: ReviewDesk, event: KeyboardEvent): void {
  if (event.defaultPrevented || isElsewhere() || desk.table.isOpen) return;
  const target = event.target as HTMLElement;
  if (isTextField(target) || isBrowsersOwn(event)) return;
  const { queue } = desk;
  const isAll = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'a';
  if (isAll && !event.shiftKey) queue.chooseAll();
  else if (event.key === 'Escape' && queue.chosen.length > 0) queue.clearSelection();
  else if (!pressPageKey(desk, event)) return;
  event.preventDefault();
}
