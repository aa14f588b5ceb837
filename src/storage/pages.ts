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
  let reading = read(null, count);
  for (;;) {
    const page = await reading;
    const last = page.at(-1);
    const isLast = page.length < count || last === undefined;
    // The database is at the next page while this one is worked on.
    if (!isLast) {
      reading = read(keyOf(last), count);
      reading.catch(() => undefined);
    }
    if (page.length > 0) yield page;
    if (isLast) return;
  }
}
