import type { Messages } from '../../words/english.ts';

/** How people call a kind: its common name where it is known, else the Latin one, else the role in their language. */
export function speciesName(
  { label, commonName }: { label: string; commonName: string | null },
  labels: Messages['labels'],
): string {
  if (commonName !== null) return commonName.charAt(0).toUpperCase() + commonName.slice(1);
  const role = Object.entries(labels).find(([name]) => name === label)?.[1];
  return role === undefined ? label : role.charAt(0).toUpperCase() + role.slice(1);
}
