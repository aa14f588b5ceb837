/** Keys a focused button, list or slider has by itself. */
const ownKeys = new Set(['Enter', ' ', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']);

/** Whether text is typed into an element, which has an undo of its own then. */
export function isTextField(element: HTMLElement): boolean {
  const fields =
    'textarea, input:not([type=range], [type=checkbox], [type=radio], [type=file], [type=button])';
  return element.isContentEditable || element.matches(fields);
}

/** Whether a pressed key belongs to what has the focus: text is typed, buttons are pressed, sliders are moved. */
export function isBrowsersOwn(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  const { key } = event;
  if (isTextField(target)) return key !== 'Escape';
  // A list is searched by letters; with Ctrl nothing is.
  if (target.matches('select')) return !event.ctrlKey && !event.metaKey;
  if (target.matches('button, summary, a[href]')) return key === 'Enter' || key === ' ';
  return target.matches('input') && ownKeys.has(key);
}
