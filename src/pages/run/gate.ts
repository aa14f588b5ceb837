/** Lets those who ask pass while it is open, and makes them wait while it is closed. */
export class Gate {
  #opened: Promise<void> = Promise.resolve();
  #open: (() => void) | null = null;

  close(): void {
    if (this.#open) return;
    this.#opened = new Promise((resolve) => (this.#open = resolve));
  }

  open(): void {
    this.#open?.();
    this.#open = null;
  }

  passed(): Promise<void> {
    return this.#opened;
  }
}
