import * as Comlink from 'comlink';

/** Why a worker gave no answer. */
export type WorkerEnd = 'died' | 'stalled' | 'closed';

/** A question that a worker will not answer any more. `message` is the browser's own word where it has one. */
export class WorkerEndedError extends Error {
  override readonly name = 'WorkerEndedError';
  readonly reason: WorkerEnd;

  constructor(reason: WorkerEnd, message: string) {
    super(message);
    this.reason = reason;
  }
}

export interface WorkerHabits {
  /** ms without a sign of life after which a question fails and the worker is replaced. */
  patience: number;
  /** ms without a question after which the worker ends, and what it remembers with it; never by default. */
  idleLimit?: number;
}

export interface QuestionHabits {
  /** Ends the worker at once; the question rejects with the signal's reason. */
  signal?: AbortSignal;
  /** ms, in place of the handle's own. */
  patience?: number;
}

/** How a question tells that its worker is alive. */
export interface Watch {
  /** A sign of life: patience begins again. */
  heard: () => void;
  /** The worker waits for the page: patience stands still until the next sign of life. */
  rest: () => void;
}

interface Life {
  worker: Worker;
  /** Held on to: a proxy that is collected tells the worker that nobody listens any more. */
  remote: unknown;
  /** Rejects when the worker is gone. */
  gone: Promise<never>;
  end: (error: unknown) => void;
}

/**
 * A worker that may die: made when it is first asked, replaced after it died or stalled, ended by `close`.
 *
 * [Note: calls that never settle] A Comlink call into a worker that failed to load, ran out of memory or was terminated
 * stays pending for ever. Every question is therefore raced against the worker's error event, the time since its last
 * sign of life, the question's signal and `close`.
 */
export class WorkerHandle<Api> {
  readonly #make: () => Worker;
  readonly #habits: WorkerHabits;
  #life: Life | null = null;
  #asking = 0;
  #idle: ReturnType<typeof setTimeout> | undefined;

  /** @param make as `() => new Worker(new URL('./x.worker.ts', import.meta.url), …)`, which the build must see whole */
  constructor(make: () => Worker, habits: WorkerHabits) {
    this.#make = make;
    this.#habits = habits;
  }

  /**
   * What the worker answers.
   *
   * @param question calls the worker
   * @throws WorkerEndedError; the signal's reason; whatever the worker throws
   */
  async ask<Answer>(
    question: (remote: Comlink.Remote<Api>, watch: Watch) => Promise<Answer>,
    { signal, patience = this.#habits.patience }: QuestionHabits = {},
  ): Promise<Answer> {
    signal?.throwIfAborted();
    clearTimeout(this.#idle);
    const life = (this.#life ??= this.#begin());
    let silence: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const rest = (): void => clearTimeout(silence);
    const heard = (): void => {
      clearTimeout(silence);
      // What the worker still calls after its answer counts no more.
      if (isOver) return;
      silence = setTimeout(
        () => life.end(new WorkerEndedError('stalled', `no answer within ${Math.round(patience / 1000)} s`)),
        patience,
      );
    };
    const abort = (): void => life.end(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    this.#asking += 1;
    heard();
    try {
      return await Promise.race([question(life.remote as Comlink.Remote<Api>, { heard, rest }), life.gone]);
    } finally {
      isOver = true;
      clearTimeout(silence);
      signal?.removeEventListener('abort', abort);
      this.#asking -= 1;
      this.#endWhenIdle();
    }
  }

  /** Ends the worker; questions that wait reject with a `closed` WorkerEndedError, and the next one begins another. */
  close(): void {
    this.#life?.end(new WorkerEndedError('closed', 'closed'));
  }

  #begin(): Life {
    const worker = this.#make();
    let end: Life['end'] = () => undefined;
    const gone = new Promise<never>((_, reject) => {
      end = (error) => {
        worker.terminate();
        if (this.#life?.worker === worker) this.#life = null;
        reject(error instanceof Error ? error : new WorkerEndedError('died', String(error)));
      };
    });
    gone.catch(() => undefined);
    worker.addEventListener('error', (event) =>
      end(new WorkerEndedError('died', event.message || 'the worker ended, perhaps for want of memory')),
    );
    return { worker, remote: Comlink.wrap<Api>(worker), gone, end };
  }

  #endWhenIdle(): void {
    const { idleLimit } = this.#habits;
    if (idleLimit === undefined || this.#asking > 0) return;
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.close(), idleLimit);
  }
}

/** What a worker answers to one question; the worker ends with it. @throws as `WorkerHandle.ask` */
export async function askOnce<Api, Answer>(
  make: () => Worker,
  question: (remote: Comlink.Remote<Api>, watch: Watch) => Promise<Answer>,
  habits: WorkerHabits & QuestionHabits,
): Promise<Answer> {
  const handle = new WorkerHandle<Api>(make, habits);
  try {
    return await handle.ask(question, habits);
  } finally {
    handle.close();
  }
}
