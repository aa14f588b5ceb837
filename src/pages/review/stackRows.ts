import type { QueueEntry } from '../../core/queue/queueEntry.ts';

/** One row of the grid: stacks side by side, or the heading of a group that looks alike. */
export type StackRow =
  | { kind: 'stacks'; key: string; entries: readonly QueueEntry[] }
  /** `ids` is null for the heading of what is like no other. */
  | { kind: 'heading'; key: string; ids: readonly string[] | null };

function stackRows(entries: readonly QueueEntry[], columns: number): StackRow[] {
  return Array.from({ length: Math.ceil(entries.length / columns) }, (_, row) => {
    const inRow = entries.slice(row * columns, (row + 1) * columns);
    return { kind: 'stacks', key: inRow[0]?.id ?? '', entries: inRow };
  });
}

/** Lays stacks out in rows; those of one group stand under a heading of their own. */
export function rowsOf(
  entries: readonly QueueEntry[],
  columns: number,
  groups: ReadonlyMap<string, readonly string[]>,
): StackRow[] {
  if (groups.size === 0) return stackRows(entries, columns);
  const rows: StackRow[] = [];
  let from = 0;
  while (from < entries.length) {
    const ids = groups.get(entries[from]?.id ?? '') ?? null;
    let to = from + 1;
    while (to < entries.length && (groups.get(entries[to]?.id ?? '') ?? null) === ids) to += 1;
    rows.push({ kind: 'heading', key: `heading ${entries[from]?.id ?? ''}`, ids });
    rows.push(...stackRows(entries.slice(from, to), columns));
    from = to;
  }
  return rows;
}

/** The row a stack stands in; -1 for none. */
export function rowOfStack(rows: readonly StackRow[], id: string): number {
  return rows.findIndex((row) => row.kind === 'stacks' && row.entries.some((entry) => entry.id === id));
}
