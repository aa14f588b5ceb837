import { observationOf } from '../../core/observation/observation.ts';
import { actionOf } from '../../core/review/keyBindings.ts';
import { isSingleCharacter, strokeOf, type PressedKey } from '../../core/review/keyStroke.ts';
import type { ReviewAction } from '../../core/review/reviewAction.ts';
import { performAction } from './performAction.ts';
import type { ReviewDesk } from './reviewDesk.svelte.ts';

/** What keys do in the grid; the others need a photo to look at. */
const gridActions: ReadonlySet<ReviewAction> = new Set<ReviewAction>([
  ...(['acceptAlike', 'nextUnreviewed', 'doubtful', 'person', 'vehicle', 'blank', 'animal', 'find'] as const),
  ...(['countUp', 'countDown', 'adult', 'subadult', 'juvenile', 'female', 'male'] as const),
  ...(['star', 'hold', 'release', 'undo', 'redo', 'keys'] as const),
]);

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
