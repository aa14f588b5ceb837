/** A sequence that two rules decide differently. */
export interface LabelChange<Item> {
  item: Item;
  first: string;
  second: string;
}

/** What changing from one rule to another does to the labels. */
export interface RuleComparison<Item> {
  /** How many both rules decided. */
  compared: number;
  /** In the order of the items. */
  changes: LabelChange<Item>[];
  /** How many went from one label to another, most frequent first. */
  moves: { first: string; second: string; count: number }[];
}

/**
 * Compares two rules on the same data. An item that either rule cannot decide yet (null) is left out.
 *
 * @param first gives an item's label by the rule in force
 * @param second gives its label by the other rule
 */
export function compareRules<Item>(
  items: Iterable<Item>,
  first: (item: Item) => string | null,
  second: (item: Item) => string | null,
): RuleComparison<Item> {
  const changes: LabelChange<Item>[] = [];
  const moves = new Map<string, { first: string; second: string; count: number }>();
  let compared = 0;
  for (const item of items) {
    const before = first(item);
    const after = second(item);
    if (before === null || after === null) continue;
    compared += 1;
    if (before === after) continue;
    changes.push({ item, first: before, second: after });
    const key = JSON.stringify([before, after]);
    const move = moves.get(key) ?? { first: before, second: after, count: 0 };
    move.count += 1;
    moves.set(key, move);
  }
  return { compared, changes, moves: [...moves.values()].sort((left, right) => right.count - left.count) };
}
