import { observationOf } from '../../core/taxa/observation.ts';
import { actionOf } from '../../core/queue/keyBindings.ts';
import { isSingleCharacter, strokeOf, type PressedKey } from '../../core/queue/keyStroke.ts';
import type { ReviewAction } from '../../core/queue/reviewAction.ts';
import { performAction } from './performAction.ts';
import type { ReviewDesk } from './reviewDesk.svelte.ts';

/** What keys do in the grid; the others need a photo to look at. */
const gridActions: ReadonlySet<ReviewAction> = new Set<ReviewAction>([
  ...(['acceptAlike', 'nextUnreviewed', 'doubtful', 'person', 'vehicle', 'blank', 'animal', 'find'] as const),
  ...(['countUp', 'countDown', 'adult', 'subadult', 'juvenile', 'female', 'male'] as const),
  ...(['star', 'hold', 'release', 'undo', 'redo', 'keys'] as const),
]);

/** What keys do wherever the focus is on the page of photos: nothing that is about the stack at the cursor. */
const pageActions: ReadonlySet<ReviewAction> = new Set<ReviewAction>(['nextUnreviewed', 'doubtful', 'keys']);

/** Whether a pressed key takes the last act back or does it again. */
export function isHistoryKey(desk: ReviewDesk, pressed: PressedKey): boolean {
  const stroke = strokeOf(pressed);
  const action = stroke === null ? null : actionOf(desk.keys.bindings, stroke);
  return action === 'undo' || action === 'redo';
}

/**
 * The same as `pressKey` where no stack has the focus: keys that are about stacks need some that are chosen, which the
 * bar at the bottom shows.
 */
export function pressPageKey(desk: ReviewDesk, pressed: PressedKey): boolean {
  const stroke = strokeOf(pressed);
  const action = stroke === null ? null : actionOf(desk.keys.bindings, stroke);
  if (action === 'acceptAlike') return false;
  const isOfPage = action !== null && pageActions.has(action);
  return (isOfPage || desk.queue.chosen.length > 0) && pressKey(desk, pressed);
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
    if (!desk.table.isOpen && !gridActions.has(action)) return false;
    performAction(desk, action);
    return true;
  }
  if (!desk.keys.bindings.singleKeys || !isSingleCharacter(stroke)) return false;
  const taxon = desk.names.letters.get(stroke);
  if (!taxon) return false;
  desk.name(observationOf('animal', taxon));
  return true;
}
