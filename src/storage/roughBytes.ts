/**
 * About how many bytes a record takes in the database: its texts, numbers and arrays, without the database's own.
 *
 * @param value plain data, as it is kept
 */
export function roughBytes(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 8;
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value.byteLength;
  if (Array.isArray(value)) return value.reduce<number>((sum, part) => sum + roughBytes(part), 8);
  return Object.entries(value).reduce((sum, [name, part]) => sum + name.length + roughBytes(part), 8);
}
