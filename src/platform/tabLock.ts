/**
 * Takes a lock that only one tab of this browser can hold; the browser frees it when the tab goes, however it goes.
 *
 * @returns a function that frees it, or null when another tab holds it; where the browser has or gives no locks, as if it were free
 */
export function takeTabLock(name: string): Promise<(() => void) | null> {
  if (!('locks' in navigator)) return Promise.resolve(() => undefined);
  return new Promise((resolve) => {
    navigator.locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (!lock) {
          resolve(null);
          return undefined;
        }
        return new Promise<void>((free) => resolve(free));
      })
      .catch(() => resolve(() => undefined));
  });
}

/** True while any tab of this browser, also this one, holds the lock. */
export async function isTabLockHeld(name: string): Promise<boolean> {
  if (!('locks' in navigator)) return false;
  const { held } = await navigator.locks.query().catch((): LockManagerSnapshot => ({}));
  return held?.some((lock) => lock.name === name) ?? false;
}
