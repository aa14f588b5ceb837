/** What this browser remembers under a name; null when nothing, or when storage is refused. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Remembers a short text for the next visit, where the browser lets it. */
export function remember(name: string, text: string): void {
  try {
    localStorage.setItem(name, text);
  } catch {
    // Private windows and full disks: the choice then lasts for this visit.
  }
}
