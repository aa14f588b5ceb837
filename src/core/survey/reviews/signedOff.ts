import type { ReviewStatement } from './review.ts';

/**
 * The signs that a release signed off, with other names for their photos. A sign's key is a list that begins with the
 * photo's id; one of another form is kept as it is.
 *
 * @param namesOf the names of a photo; several where one content lies in several places
 */
export function withSignsOf(
  statement: ReviewStatement,
  namesOf: (id: string) => readonly string[],
): ReviewStatement {
  if (statement.kind !== 'gate') return statement;
  const signedOff = statement.signedOff.flatMap((key) => {
    const parts = listIn(key);
    const [id, ...rest] = parts ?? [];
    if (typeof id !== 'string') return [key];
    return namesOf(id).map((name) => JSON.stringify([name, ...rest]));
  });
  return { ...statement, signedOff };
}

function listIn(key: string): unknown[] | null {
  if (!key.startsWith('[')) return null;
  try {
    return JSON.parse(key) as unknown[];
  } catch {
    return null;
  }
}
