import { isHistoryKey, pressKey, pressPageKey } from './keyPress.ts';
import type { ReviewDesk } from './reviewDesk.svelte.ts';
import { isBrowsersOwn, isTextField } from './browserKeys.ts';

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
  if (event.defaultPrevented || isElsewhere() || !isHistoryKey(desk, event)) return;
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
