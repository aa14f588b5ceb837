/**
 * Everything in a key range, page by page: one `getAll` of 100,000 records would hold the database and the memory
 * of the page for a second.
 *
 * @param read gets at most `count` records after `lower` (or from the start of the range)
 * @param keyOf the key of a record, in the order `read` follows
 */
export async function* inPages<Value, Key>(
  read: (lower: Key | null, count: number) => Promise<Value[]>,
  keyOf: (value: Value) => Key,
  count = 5000,
): AsyncGenerator<Value[]> {
  let lower: Key | null = null;
  for (;;) {
    const page: Value[] = await read(lower, count);
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (page.length < count || last === undefined) return;
    lower = keyOf(last);
  }
}
