import { guessRoles } from './labelRole.ts';

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** Names in the order of their numbers; null unless these count 0, 1, 2, ... */
function inOrder(numbered: readonly (readonly [number: number, name: string])[]): string[] | null {
  const sorted = [...numbered].sort(([left], [right]) => left - right);
  return sorted.every(([number], index) => number === index) ? sorted.map(([, name]) => name) : null;
}

/**
 * The names in any of the forms that training code writes: a list of names, an object from number to name
 * (`id2label`, `names`) or one from name to number (`label2id`). In the order of the model's outputs.
 *
 * @returns null for anything else
 */
export function namesInOrder(value: unknown): string[] | null {
  if (Array.isArray(value)) return value.length > 0 && value.every(isText) ? value : null;
  if (typeof value !== 'object' || value === null) return null;
  const entries: [string, unknown][] = Object.entries(value);
  if (entries.length === 0) return null;
  const byNumber = entries.flatMap(([key, name]) =>
    /^\d+$/.test(key) && isText(name) ? [[Number(key), name] as const] : [],
  );
  if (byNumber.length === entries.length) return inOrder(byNumber);
  const byName = entries.flatMap(([name, index]) =>
    typeof index === 'number' && isText(name) ? [[index, name] as const] : [],
  );
  return byName.length === entries.length ? inOrder(byName) : null;
}

/** A manifest whose labels are names alone, with the role that each name suggests; any other as it is. */
export function withLabelRoles(manifest: unknown): unknown {
  if (typeof manifest !== 'object' || manifest === null || !('labels' in manifest)) return manifest;
  const names = namesInOrder(manifest.labels);
  return names ? { ...manifest, labels: guessRoles(names) } : manifest;
}
