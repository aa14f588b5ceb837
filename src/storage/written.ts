/** What of a transaction is needed to see it end. */
interface Ending {
  readonly done: Promise<void>;
}

/**
 * Resolves when these writes are on the disk, with everything else of their transaction; where one of them fails, none is.
 *
 * @throws DOMException that ended the transaction, such as `QuotaExceededError` on a full disk; never an `AbortError`,
 * which stands for work that a person stopped
 */
export async function written(transaction: Ending, writes: readonly Promise<unknown>[]): Promise<void> {
  const failures = await failuresOf([...writes, transaction.done]);
  // The write that fails says why; all others of its transaction only say that they were given up.
  const cause = failures.find((failure) => !isAbort(failure)) ?? failures[0];
  if (!cause) return;
  throw isAbort(cause) ? new DOMException('The browser gave up writing.', 'UnknownError') : cause;
}

async function failuresOf(writes: readonly Promise<unknown>[]): Promise<Error[]> {
  const ends = await Promise.allSettled(writes);
  const reasons = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
  return reasons.map((reason) => (reason instanceof Error ? reason : new Error(String(reason))));
}

function isAbort(failure: Error): boolean {
  return failure instanceof DOMException && failure.name === 'AbortError';
}
