/** The first line in which two tables differ, of both. */
export function difference(left: string, right: string): string {
  const lines = right.split('\n');
  const at = left.split('\n').findIndex((line, index) => line !== lines[index]);
  return `line ${at + 1}:\n${left.split('\n')[at] ?? ''}\n${lines[at] ?? ''}`;
}
