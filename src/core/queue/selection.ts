/** Which stacks are chosen, by id, and where a range begins. */
export interface Selection {
  chosen: ReadonlySet<string>;
  anchor: string | null;
}

export const nothingChosen: Selection = { chosen: new Set(), anchor: null };

/** Adds one, or takes it out. */
export function toggle({ chosen }: Selection, id: string): Selection {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return { chosen: next, anchor: id };
}

/** Adds all from the anchor to this one, both included; without an anchor in that order, this one alone. */
export function extend(selection: Selection, id: string, order: readonly string[]): Selection {
  const from = selection.anchor === null ? -1 : order.indexOf(selection.anchor);
  const to = order.indexOf(id);
  if (to < 0) return selection;
  if (from < 0) return { chosen: new Set([...selection.chosen, id]), anchor: id };
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { chosen: new Set([...selection.chosen, ...range]), anchor: selection.anchor };
}

/** All that is shown. */
export function chooseAll(selection: Selection, order: readonly string[]): Selection {
  return { chosen: new Set(order), anchor: selection.anchor };
}

/** Of what is shown, what was not chosen. */
export function invert(selection: Selection, order: readonly string[]): Selection {
  const chosen = new Set(order.filter((id) => !selection.chosen.has(id)));
  return { chosen, anchor: selection.anchor };
}

/** What is chosen and shown, in the order shown: nothing out of sight is ever changed. */
export function chosenOf({ chosen }: Selection, order: readonly string[]): string[] {
  return chosen.size === 0 ? [] : order.filter((id) => chosen.has(id));
}

/** What `chosenOf` gave, to ask for one. */
export function chosenIds(chosen: readonly string[]): ReadonlySet<string> {
  return chosen.length === 0 ? nothingChosen.chosen : new Set(chosen);
}
