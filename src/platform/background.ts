type Listener = (error: unknown, what: string | null) => void;

let tell: Listener = (error, what) => console.error(what, error);

/** Has failures of work that nobody waits for told to this listener, instead of the console alone. */
export function tellFailures(listener: Listener): void {
  tell = listener;
}

/** True for work that somebody stopped: that has not gone wrong. */
export function isStopped(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/**
 * Lets work go on by itself. What goes wrong with it is told to the person, not lost.
 *
 * @param what the person asked for, as the button says it; left out where nobody asked
 */
export function inBackground(work: Promise<unknown>, what: string | null = null): void {
  work.catch((error: unknown) => {
    if (!isStopped(error)) tell(error, what);
  });
}
