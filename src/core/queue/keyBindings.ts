import { isSingleCharacter, type KeyStroke } from './keyStroke.ts';

/** Which keys do what, by the names of the actions, in the order in which the actions are listed. */
export interface KeyBindings<Action extends string = string> {
  keys: Readonly<Record<Action, readonly KeyStroke[]>>;
  /** False switches off every letter, digit and sign that is pressed without Ctrl or Alt (WCAG 2.1.4). */
  singleKeys: boolean;
}

/** Two actions on one key: the first of them is done. */
export interface KeyConflict<Action extends string = string> {
  stroke: KeyStroke;
  actions: readonly Action[];
}

function actionsIn<Action extends string>({ keys }: KeyBindings<Action>): Action[] {
  return Object.keys(keys) as Action[];
}

/** Gives an action other keys; none at all switches its keys off. */
export function bindKeys<Action extends string>(
  bindings: KeyBindings<Action>,
  action: Action,
  keys: readonly KeyStroke[],
): KeyBindings<Action> {
  return { ...bindings, keys: { ...bindings.keys, [action]: [...new Set(keys)] } };
}

/** The action of a stroke, the first in the list where two have it; null for none, or when single keys are off. */
export function actionOf<Action extends string>(
  bindings: KeyBindings<Action>,
  stroke: KeyStroke,
): Action | null {
  if (!bindings.singleKeys && isSingleCharacter(stroke)) return null;
  return actionsIn(bindings).find((action) => bindings.keys[action].includes(stroke)) ?? null;
}

/** Every stroke that more than one action has. */
export function keyConflicts<Action extends string>(bindings: KeyBindings<Action>): KeyConflict<Action>[] {
  const byStroke = new Map<KeyStroke, Action[]>();
  for (const action of actionsIn(bindings)) {
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

/**
 * The bindings as text, without the keys that are still the first ones: new actions come with keys of their own.
 *
 * @param first the bindings as they come
 */
export function formatBindings<Action extends string>(
  bindings: KeyBindings<Action>,
  first: KeyBindings<Action>,
): string {
  const { keys, singleKeys } = bindings;
  const changed = actionsIn(first).filter(
    (action) => keys[action].join('\n') !== first.keys[action].join('\n'),
  );
  return JSON.stringify({
    keys: Object.fromEntries(changed.map((action) => [action, keys[action]])),
    singleKeys,
  });
}

/** Reads what `formatBindings` wrote; whatever cannot be read is as in `first`. */
export function parseBindings<Action extends string>(
  text: string | null,
  first: KeyBindings<Action>,
): KeyBindings<Action> {
  let value: unknown = null;
  try {
    value = JSON.parse(text ?? 'null');
  } catch {
    // Kept by nothing we know: the first keys are the remedy.
  }
  if (typeof value !== 'object' || value === null) return first;
  const { keys, singleKeys } = value as { keys?: unknown; singleKeys?: unknown };
  const known = new Map(actionsIn(first).map((action) => [action as string, action]));
  let bindings: KeyBindings<Action> = { ...first, singleKeys: singleKeys !== false };
  for (const [name, strokes] of Object.entries(typeof keys === 'object' && keys ? keys : {})) {
    const action = known.get(name);
    if (action === undefined || !Array.isArray(strokes)) continue;
    const texts = strokes.filter((stroke) => typeof stroke === 'string' && stroke !== '');
    bindings = bindKeys(bindings, action, texts as string[]);
  }
  return bindings;
}
