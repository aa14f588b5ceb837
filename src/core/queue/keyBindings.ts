import { isSingleCharacter, type KeyStroke } from './keyStroke.ts';
import { actionPlan, isReviewAction, reviewActions, type ReviewAction } from './reviewAction.ts';

/** Which keys do what during review. */
export interface KeyBindings {
  keys: Readonly<Record<ReviewAction, readonly KeyStroke[]>>;
  /** False switches off every letter, digit and sign that is pressed without Ctrl or Alt (WCAG 2.1.4). */
  singleKeys: boolean;
}

/** Two actions on one key: the first of them is done. */
export interface KeyConflict {
  stroke: KeyStroke;
  actions: readonly ReviewAction[];
}

export const defaultBindings: KeyBindings = {
  keys: Object.fromEntries(reviewActions.map((action) => [action, actionPlan(action).keys])) as Record<
    ReviewAction,
    readonly KeyStroke[]
  >,
  singleKeys: true,
};

/** Gives an action other keys; none at all switches its keys off. */
export function bindKeys(
  bindings: KeyBindings,
  action: ReviewAction,
  keys: readonly KeyStroke[],
): KeyBindings {
  return { ...bindings, keys: { ...bindings.keys, [action]: [...new Set(keys)] } };
}

/** The action of a stroke, the first in the list where two have it; null for none, or when single keys are off. */
export function actionOf(bindings: KeyBindings, stroke: KeyStroke): ReviewAction | null {
  if (!bindings.singleKeys && isSingleCharacter(stroke)) return null;
  return reviewActions.find((action) => bindings.keys[action].includes(stroke)) ?? null;
}

/** Every stroke that more than one action has. */
export function keyConflicts(bindings: KeyBindings): KeyConflict[] {
  const byStroke = new Map<KeyStroke, ReviewAction[]>();
  for (const action of reviewActions) {
    for (const stroke of bindings.keys[action])
      byStroke.set(stroke, [...(byStroke.get(stroke) ?? []), action]);
  }
  return [...byStroke].flatMap(([stroke, actions]) => (actions.length > 1 ? [{ stroke, actions }] : []));
}

/** The letters that no action has, which species can take. */
export function freeLetters(bindings: KeyBindings): string[] {
  const taken = new Set(Object.values(bindings.keys).flat());
  return Array.from('abcdefghijklmnopqrstuvwxyz').filter((letter) => !taken.has(letter));
}

/** Only what differs from the first keys is kept, so that new actions come with keys of their own. */
export function formatBindings({ keys, singleKeys }: KeyBindings): string {
  const changed = reviewActions.filter(
    (action) => keys[action].join('\n') !== defaultBindings.keys[action].join('\n'),
  );
  return JSON.stringify({
    keys: Object.fromEntries(changed.map((action) => [action, keys[action]])),
    singleKeys,
  });
}

/** Reads what was kept; whatever cannot be read is as it was at first. */
export function parseBindings(text: string | null): KeyBindings {
  let value: unknown = null;
  try {
    value = JSON.parse(text ?? 'null');
  } catch {
    // Kept by nothing we know: the first keys are the remedy.
  }
  if (typeof value !== 'object' || value === null) return defaultBindings;
  const { keys, singleKeys } = value as { keys?: unknown; singleKeys?: unknown };
  let bindings: KeyBindings = { ...defaultBindings, singleKeys: singleKeys !== false };
  for (const [action, strokes] of Object.entries(typeof keys === 'object' && keys ? keys : {})) {
    if (!isReviewAction(action) || !Array.isArray(strokes)) continue;
    const known = strokes.filter((stroke) => typeof stroke === 'string' && stroke !== '');
    bindings = bindKeys(bindings, action, known as string[]);
  }
  return bindings;
}
