import { guessRoles, roleWords } from '../models/manifest/labelRole.ts';
import type { ObservedRole } from './observation.ts';

const anyAnimal = ['animal', 'animals', 'wildlife', 'fauna'];
const unknown = ['unknown', 'unidentified', 'undefined', 'unsure', 'unclear', 'other', 'indet', 'indet.'];

/** Words of tables that name no kind of animal. */
export const everyRoleWord: readonly string[] = [
  ...Object.values(roleWords).flat(),
  ...anyAnimal,
  ...unknown,
];

/**
 * What a word of somebody's table says is there, in the words that every table uses.
 *
 * @returns null for a word of no role: the name of an animal, or a slip of the pen
 */
export function roleOfWord(word: string): ObservedRole | null {
  const plain = word.trim().toLowerCase();
  if (anyAnimal.includes(plain)) return 'animal';
  if (unknown.includes(plain) || /^\?+$/.test(plain)) return 'unknown';
  const role = guessRoles([plain])[0]?.role;
  return role === undefined || role === 'animal' || role === 'other' ? null : role;
}
