/** A short text kept in this browser, across surveys; null when there is none or the browser refuses. */
export function keptText(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a short text; where the browser refuses, it is forgotten with the page. */
export function keepText(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // A private window of some browsers: nothing is kept there.
  }
}
