let aside: string[] = [];

/** The records that can be read; the others are set aside under their names, and stay in the database as they are. */
export function readableOnly<Kept>(
  records: readonly Kept[],
  isReadable: (record: Kept) => boolean,
  nameOf: (record: Kept) => string,
): Kept[] {
  if (records.every(isReadable)) return records as Kept[];
  const odd = records.filter((record) => !isReadable(record));
  aside.push(...odd.map((record) => nameOf(record)));
  return records.filter(isReadable);
}

/** Notes something that could not be read. */
export function setAside(name: string): void {
  aside.push(name);
}

/** What was set aside since the last call. */
export function takeSetAside(): string[] {
  const names = aside;
  aside = [];
  return names;
}
