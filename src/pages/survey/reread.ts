/**
 * Brings in what other tabs have kept. Nothing leaves after it failed.
 *
 * @param atOnce false leaves it out where it was done within the last second
 * @throws Error when the database cannot be read
 */
export type Reread = (atOnce: boolean) => Promise<void>;

/** ms */
const often = 1000;

/** Rereads at most once a second, but at once where it must be current. */
export function atMostEverySecond(read: () => Promise<void>): Reread {
  let last = -Infinity;
  return async (atOnce) => {
    if (!atOnce && performance.now() - last < often) return;
    await read();
    last = performance.now();
  };
}
