type Listener = (error: unknown) => void;

let tell: Listener = (error) => console.error(error);

/** Has failures of work that nobody waits for told to this listener, instead of the console alone. */
export function tellFailures(listener: Listener): void {
  tell = listener;
}

/**
 * Lets work go on by itself. What goes wrong with it is told to the person, not lost; work that somebody stopped has
 * not gone wrong.
 */
export function inBackground(work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    if (!(error instanceof DOMException && error.name === 'AbortError')) tell(error);
  });
}
