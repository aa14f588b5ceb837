/** What the clock of the laptop shows, and the moment that counts, both ISO 8601 in UTC with ms. */
export interface LogicalMoment {
  /** Never before anything known: the order in which things count. */
  at: string;
  /** What the clock showed; absent where it agrees with `at` within a second. */
  saidAt?: string;
}

/** ms; statements of one keystroke lie closer than this. */
const tolerance = 1000;

/**
 * The moment after everything that is known: now, or 1 ms after the last where the clock of the laptop was set back or
 * another laptop's runs ahead. A last moment that has no later one (no date, or the end of the year 9999) is given
 * again; what comes after it then counts by its number.
 *
 * @param now what the clock shows, ISO 8601 in UTC with ms
 * @param last the latest moment that is known; null for none
 */
export function momentAfter(now: string, last: string | null): LogicalMoment {
  if (last === null || now > last) return { at: now };
  const next = new Date(Date.parse(last) + 1);
  const later = Number.isNaN(next.getTime()) ? last : next.toISOString();
  const at = later > last ? later : last;
  return isBehind(now, at) ? { at, saidAt: now } : { at };
}

/** Whether the clock of the laptop shows an earlier moment than one that is known, by more than a second. */
export function isBehind(now: string, last: string | null): boolean {
  return last !== null && now < last && !(Date.parse(last) - Date.parse(now) <= tolerance);
}
