const batchSize = 500;
const batchMilliseconds = 1000;

/**
 * Collects results and writes them many at a time: 500 records or one second, whichever comes first
 * (one transaction per record is ten times slower). What is not written when the browser dies is sifted again.
 */
export class ResultWriter<Result> {
  readonly #write: (batch: Result[]) => Promise<void>;
  #pending: Result[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;
  #writing: Promise<void> = Promise.resolve();
  #failure: Error | null = null;

  /** @param write stores a batch as a whole or rejects */
  constructor(write: (batch: Result[]) => Promise<void>) {
    this.#write = write;
  }

  /** @throws the error of an earlier write, so that a run stops instead of piling up results it cannot keep */
  add(result: Result): void {
    if (this.#failure) throw this.#failure;
    this.#pending.push(result);
    if (this.#pending.length >= batchSize) void this.flush().catch(() => null);
    else this.#timer ??= setTimeout(() => void this.flush().catch(() => null), batchMilliseconds);
  }

  /** Writes what is pending, after any write under way. @throws what the write rejected with */
  flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const batch = this.#pending;
    this.#pending = [];
    this.#writing = this.#writing.then(async () => {
      if (this.#failure) throw this.#failure;
      if (batch.length === 0) return;
      try {
        await this.#write(batch);
      } catch (error) {
        this.#failure = error instanceof Error ? error : new Error(String(error));
        throw this.#failure;
      }
    });
    return this.#writing;
  }
}
