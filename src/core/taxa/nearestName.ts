import { spellingsOf } from './labelName.ts';

/** Animals that are one letter from a word for a person, a vehicle or nothing, and yet no slips. */
const namesakes = new Set(['boar', 'goat', 'lory', 'nene', 'otter', 'pike']);

/** Letters that may be wrong in a word of so many: in a short one, a letter makes another word. */
function mostWrong(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/**
 * Letters to add, leave out, change or swap with the next to come from one word to the other (optimal string alignment,
 * after F. J. Damerau, CACM 7 (1964)).
 */
export function lettersBetween(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let place = 1; place <= other.length; place += 1) {
      const isSame = one[row - 1] === other[place - 1];
      let least = Math.min(
        (last[place] ?? 0) + 1,
        (current[place - 1] ?? 0) + 1,
        (last[place - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwapped =
        row > 1 && place > 1 && one[row - 1] === other[place - 2] && one[row - 2] === other[place - 1];
      if (isSwapped) least = Math.min(least, (beforeLast[place - 2] ?? 0) + 1);
      current.push(least);
    }
    [beforeLast, last] = [last, current];
  }
  return last[other.length] ?? 0;
}

/**
 * The name that somebody most likely meant by a word that is none: the one with the fewest wrong letters, if they are
 * few; of several, the first.
 *
 * @returns null when none is near
 */
export function nearestName(word: string, names: Iterable<string>): string | null {
  const [own = ''] = spellingsOf(word);
  if (namesakes.has(own)) return null;
  let best: string | null = null;
  let fewest = mostWrong(own.length) + 1;
  for (const name of names) {
    const [spelling = ''] = spellingsOf(name);
    if (Math.abs(spelling.length - own.length) >= fewest) continue;
    const wrong = lettersBetween(own, spelling);
    if (wrong === 0 || wrong >= fewest) continue;
    best = name;
    fewest = wrong;
  }
  return best;
}
