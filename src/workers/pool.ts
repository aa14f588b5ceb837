import type { SiftJob, SiftOutcome, SiftRecipe, SiftResult, WorkShare } from './sift/contract.ts';
import { SiftWorkerLife } from './sift/workerLife.ts';
import { WorkerRoom } from './workerRoom.ts';

/** What the pool asks of its owner. */
export interface SiftPoolOwner {
  /** The next photo; null when there are no more. May wait, while the run is paused. */
  next(): Promise<SiftJob | null>;
  /** Results that are safely stored. @param worker counted from 0, over the whole run */
  kept(results: SiftResult[], work: WorkShare, worker: number): void;
}

/** The graphics processor, for the models that are computed there. */
export interface GraphicsSource {
  /** One end of a channel to it, for one worker; null for models that the workers compute themselves. */
  connect(modelHash: string): MessagePort | null;
}

export type PoolOutcome = SiftOutcome | { kind: 'model-failed'; message: string } | { kind: 'stopped' };

/** A worker that dies this often without sifting anything in between will not get better. */
const deathsInARow = 5;

/**
 * Sifts on several single-threaded workers, each pulling the next photo when it is free.
 * A worker that dies or stalls is replaced, where others run only after a calm while, and what it had not written is
 * handed out again; a photo that takes down two workers is kept as a failure.
 */
export class SiftPool {
  readonly #owner: SiftPoolOwner;
  readonly #recipe: SiftRecipe;
  readonly #count: number;
  readonly #graphics: GraphicsSource | null;
  readonly #stopping = new AbortController();
  readonly #again: SiftJob[] = [];
  readonly #onTheirWay = new Set<Promise<unknown>>();
  readonly #suspects = new Set<string>();
  readonly #room: WorkerRoom;
  #deaths = 0;
  #lives = 0;

  /**
   * @param count workers, at least 1
   * @param graphics where models are computed while it lasts; null for the workers themselves
   */
  constructor(
    owner: SiftPoolOwner,
    recipe: SiftRecipe,
    count: number,
    graphics: GraphicsSource | null = null,
  ) {
    this.#owner = owner;
    this.#recipe = recipe;
    this.#count = count;
    this.#room = new WorkerRoom(count);
    this.#graphics = graphics;
  }

  /** Sifts until there are no more photos. Never rejects. */
  async run(): Promise<PoolOutcome> {
    let outcomes: PoolOutcome[];
    do {
      outcomes = await Promise.all(Array.from({ length: this.#count }, () => this.#keepOneRunning()));
      // A photo on its way to a worker that died meanwhile comes back when the others may have left.
      await Promise.allSettled(this.#onTheirWay);
    } while (this.#again.length > 0 && outcomes.every(({ kind }) => kind === 'finished'));
    const bad = outcomes.find(({ kind }) => kind !== 'finished' && kind !== 'stopped');
    return bad ?? (this.#stopping.signal.aborted ? { kind: 'stopped' } : { kind: 'finished' });
  }

  /** Ends every worker at once. Photos in their hands stay pending. */
  stop(): void {
    this.#stopping.abort();
  }

  async #keepOneRunning(): Promise<PoolOutcome> {
    for (;;) {
      if (!(await this.#room.enter())) return { kind: 'finished' };
      const life = new SiftWorkerLife();
      const worker = this.#lives++;
      const outcome = await life.live(this.#equipped(), this.#stopping.signal, {
        next: () => this.#nextFor(life),
        kept: (results, work) => {
          this.#deaths = 0;
          this.#room.keep(results.length);
          this.#owner.kept(results, work, worker);
          return Promise.resolve();
        },
      });
      if (outcome.kind === 'died') {
        this.#deaths += 1;
        this.#room.die();
        this.#handBack(life.unwritten(), outcome.message);
        if (this.#deaths < deathsInARow) continue;
        this.stop();
        return { kind: 'model-failed', message: outcome.message };
      }
      this.#room.leave();
      // A worker that cannot store or load ends the run for all: the others would only repeat its failure.
      if (outcome.kind !== 'finished') this.stop();
      return outcome;
    }
  }

  /** The recipe for one worker, with channels of its own to the graphics processor. */
  #equipped(): SiftRecipe {
    const models = this.#recipe.models.map((model) => {
      const port = this.#graphics?.connect(model.hash);
      return port ? { ...model, graphics: port } : model;
    });
    return { ...this.#recipe, models };
  }

  #nextFor(life: SiftWorkerLife): Promise<SiftJob | null> {
    const next = this.#takeFor(life).finally(() => this.#onTheirWay.delete(next));
    this.#onTheirWay.add(next);
    return next;
  }

  async #takeFor(life: SiftWorkerLife): Promise<SiftJob | null> {
    const job = this.#again.shift() ?? (await this.#owner.next());
    if (!job || !life.isOver) return job;
    this.#again.push(job);
    return null;
  }

  /** @param jobs in the order they were handed out: the last one is what the worker died on */
  #handBack(jobs: SiftJob[], message: string): void {
    const suspect = jobs.at(-1);
    for (const job of jobs) {
      const { id } = job.media;
      const killedTwo = job === suspect && this.#suspects.has(id);
      if (job === suspect) this.#suspects.add(id);
      this.#again.push(
        killedTwo ? { ...job, file: { failure: { code: 'worker-died', detail: message } } } : job,
      );
    }
  }
}
