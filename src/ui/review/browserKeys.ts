/** Keys a focused button, list or slider has by itself. */
const ownKeys = new Set(['Enter', ' ', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']);

/** Whether a pressed key belongs to what has the focus: text is typed, buttons are pressed, sliders are moved. */
export function isBrowsersOwn(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  const { key } = event;
  if (target.matches('textarea, select, input:not([type=range], [type=checkbox], [type=radio])')) {
    return key !== 'Escape' || target.matches('select');
  }
  if (target.matches('button, summary, a[href]')) return key === 'Enter' || key === ' ';
  return target.matches('input') && ownKeys.has(key);
}
