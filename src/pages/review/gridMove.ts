import type { ReviewQueue } from './reviewQueue.svelte.ts';

/** How far a key moves the cursor, in stacks; null for a key that does not. */
function stepOf(key: string, columns: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return 1;
    case 'ArrowLeft':
      return -1;
    case 'ArrowDown':
      return columns;
    case 'ArrowUp':
      return -columns;
    case 'PageDown':
      return columns * 3;
    case 'PageUp':
      return columns * -3;
    case 'Home':
      return -Infinity;
    case 'End':
      return Infinity;
    default:
      return null;
  }
}

/**
 * Moves and chooses in the grid: arrows move, with Shift they choose on the way, Space chooses one, Ctrl+A all, Escape
 * none.
 *
 * @returns false for a key that is none of these
 */
export function gridMove(queue: ReviewQueue, event: KeyboardEvent, columns: number): boolean {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
  if (altKey) return false;
  if ((ctrlKey || metaKey) && key.toLowerCase() === 'a') queue.chooseAll();
  else if ((ctrlKey || metaKey) && key.toLowerCase() === 'i') queue.invert();
  else if (ctrlKey || metaKey) return false;
  else if (key === 'Escape' && queue.chosen.length > 0) queue.clearSelection();
  else if (key === ' ' && queue.cursor !== null) queue.toggle(queue.cursor);
  else {
    const step = stepOf(key, columns);
    const target = step === null ? null : queue.beside(step);
    if (!target) return false;
    if (shiftKey) queue.extendTo(target.id);
    else queue.cursor = target.id;
  }
  return true;
}
