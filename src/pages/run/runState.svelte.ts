import { inBackground } from '../../platform/background.ts';
import type { Media } from '../../core/photos/media.ts';
import { secondsRemaining, SpeedMeter } from '../../core/survey/progress.ts';
import { modelBytes, workerCount } from '../../core/survey/workerCount.ts';
import { missingFeatures, thisMachine } from '../../platform/machine.ts';
import { takeTabLock } from '../../platform/tabLock.ts';
import { keepAwake } from '../../platform/wakeLock.ts';
import { SiftPool, type PoolOutcome } from '../../workers/pool.ts';
import type { SiftJob, SiftModel, SiftRecipe, SiftResult, WorkShare } from '../../workers/sift/contract.ts';
import type { FolderAccess } from './folderAccess.ts';
import { Gate } from './gate.ts';
import { MediaQueue } from './mediaQueue.ts';
import { RuntimeState } from '../models/runtimeState.svelte.ts';
import { SteadyClock } from './steadyClock.ts';
import { WorkLog } from './workLog.ts';
import { language } from '../shell/language.svelte.ts';

/** `waiting`: photos are left, and the person must do something first, which `problem` says. */
export type RunPhase = 'idle' | 'sifting' | 'paused' | 'waiting' | 'done' | 'cancelled';

/** Models that are run at all: of some there are only results. */
function runnable({ models }: SiftRecipe): SiftModel[] {
  return models.filter(({ weights }) => weights !== null);
}

/** What a run asks of the survey it sifts. */
export interface RunOwner {
  /** Photos that are pending, in folders that can be read right now. */
  pending(): Media[];
  /** True when photos are pending in folders that cannot be read right now. */
  hasUnreachable(): boolean;
  /** Results that are safely stored. */
  kept(results: SiftResult[]): void;
  /** The run is over: what was kept last is to be shown before it says so. */
  over(): void;
}

/** One run over everything that is pending: start, pause, resume, cancel, and how far it is. */
export class RunState {
  phase = $state<RunPhase>('idle');
  /** Why the run waits, in a sentence with its remedy. */
  problem = $state<string | null>(null);
  photosPerSecond = $state<number | null>(null);
  remaining = $state<number | null>(null);
  workers = $state(0);
  /** Photos whose content the models had seen before. */
  known = $state(0);

  readonly runtime = new RuntimeState();
  /** At most so many workers, for whoever measures; null for as many as the machine carries. */
  mostWorkers: number | null = null;
  readonly work = new WorkLog();

  readonly #queue = new MediaQueue();
  /** Photos of folders that cannot be read any more, by folder: they wait for it, the others do not. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing of it is shown
  readonly #stranded = new Map<string, Media[]>();
  readonly #paused = new Gate();
  readonly #access: FolderAccess;
  #recipe: SiftRecipe | null = null;
  readonly #owner: RunOwner;
  #clock = new SteadyClock();
  #meter = new SpeedMeter();
  #sifted = 0;
  #letSleep: (() => void) | null = null;
  #pool: SiftPool | null = null;
  #running: Promise<void> = Promise.resolve();

  constructor(access: FolderAccess, owner: RunOwner) {
    this.#access = access;
    this.#owner = owner;
  }

  /** Takes another recipe for the next run; never while one is going. */
  useRecipe(recipe: SiftRecipe): void {
    this.#recipe = recipe;
    inBackground(this.runtime.prepare(runnable(recipe)));
  }

  get isActive(): boolean {
    return this.phase === 'sifting' || this.phase === 'paused';
  }

  /** Photos found since the run started. */
  add(media: readonly Media[]): void {
    this.#queue.add(media);
  }

  /** A folder can be read again: its photos that were passed over are sifted after all. */
  isBack(folderId: string): void {
    const stranded = this.#stranded.get(folderId);
    this.#stranded.delete(folderId);
    if (stranded && this.isActive) this.#queue.add(stranded);
  }

  /** While more photos are being found, the workers wait for them instead of ending the run. */
  expectMore(): () => void {
    return this.#queue.expectMore();
  }

  /** Sifts everything that is pending; goes on after a pause or a problem. */
  start(): void {
    if (this.phase === 'sifting') return;
    const resuming = this.phase === 'paused';
    this.phase = 'sifting';
    this.problem = null;
    this.#clock.start();
    this.#letSleep ??= keepAwake();
    this.#paused.open();
    if (resuming) return;
    const previous = this.#running;
    this.#stranded.clear();
    this.#queue.refill(this.#owner.pending());
    this.#running = previous.then(() => (this.isActive ? this.#run() : undefined));
  }

  startUnlessPaused(): void {
    if (this.phase !== 'paused') this.start();
  }

  pause(): void {
    if (this.phase !== 'sifting') return;
    this.phase = 'paused';
    this.#standStill();
    this.#paused.close();
  }

  /** Ends the run after the photos in hand; what is left stays pending and can be taken up again. */
  async cancel(): Promise<void> {
    if (!this.isActive) return;
    this.phase = 'cancelled';
    this.runtime.stop();
    this.#queue.end();
    this.#paused.open();
    await this.#running;
  }

  /** Ends the run at once and forgets how far it was, for another survey. */
  async reset(): Promise<void> {
    this.phase = 'idle';
    this.problem = null;
    this.#queue.end();
    this.#paused.open();
    this.#pool?.stop();
    this.runtime.stop();
    await this.#running;
    this.#clock = new SteadyClock();
    this.#meter = new SpeedMeter();
    this.#sifted = 0;
    this.known = 0;
    this.#stranded.clear();
    this.photosPerSecond = null;
    this.remaining = null;
  }

  async #run(): Promise<void> {
    const missing = missingFeatures();
    if (missing.length > 0) {
      this.#wait(language.words.run.problems.missing(language.formats.list(missing)));
      return;
    }
    const unlock = await takeTabLock('fieldsift-run');
    if (!unlock) {
      this.#wait(language.words.run.problems.otherTab);
      return;
    }
    const { cores, memory } = thisMachine();
    const bytes = modelBytes(this.#recipe?.models ?? []);
    this.workers = Math.min(workerCount(cores, memory, bytes), this.mostWorkers ?? Infinity);
    if (this.#recipe) await this.runtime.begin(runnable(this.#recipe), this.workers);
    const outcome: PoolOutcome = this.isActive ? await this.#siftQueue() : { kind: 'stopped' };
    this.runtime.end();
    unlock();
    this.#standStill();
    this.#owner.over();
    this.#finish(outcome);
  }

  /** Photos that come while the last workers are leaving would be left behind: they get a pool of their own. */
  async #siftQueue(): Promise<PoolOutcome> {
    for (;;) {
      if (!this.#recipe) return { kind: 'model-failed', message: language.words.run.problems.noModel };
      const owner = {
        next: () => this.#next(),
        kept: (results: SiftResult[], work: WorkShare, worker: number) => {
          // What a worker that was ended sent last may be of a survey that is closed meanwhile.
          if (this.#pool !== pool) return;
          this.work.add(work, worker);
          this.#onKept(results);
        },
      };
      const pool = new SiftPool(owner, this.#recipe, this.workers, this.runtime);
      this.#pool = pool;
      const outcome = await pool.run();
      this.#pool = null;
      if (outcome.kind !== 'finished' || !this.isActive || this.#queue.isExhausted) return outcome;
    }
  }

  async #next(): Promise<SiftJob | null> {
    for (;;) {
      await this.#paused.passed();
      const media = await this.#queue.next();
      if (!media) return null;
      const stranded = this.#stranded.get(media.folderId);
      if (stranded) {
        stranded.push(media);
        continue;
      }
      const opened = await this.#access.open(media);
      if ('file' in opened) return { media, file: opened.file };
      if ('failure' in opened) return { media, file: { failure: opened.failure } };
      this.#stranded.set(media.folderId, [...(this.#stranded.get(media.folderId) ?? []), media]);
    }
  }

  #onKept(results: SiftResult[]): void {
    const known = results.filter((result) => result.known).length;
    this.known += known;
    this.#sifted += results.length - known;
    this.#meter.add(this.#clock.now(), this.#sifted);
    this.photosPerSecond = this.#meter.photosPerSecond();
    this.remaining = secondsRemaining(this.#queue.left, this.photosPerSecond);
    this.#owner.kept(results);
  }

  #finish(outcome: PoolOutcome): void {
    if (outcome.kind === 'storage-failed') {
      this.#wait(
        outcome.full
          ? language.words.run.problems.diskFull
          : language.words.run.problems.notStored(outcome.message),
      );
    } else if (outcome.kind === 'model-failed') {
      this.#wait(language.words.run.problems.modelFailed(outcome.message));
    } else if (outcome.kind === 'finished' && this.phase === 'sifting' && this.#stranded.size > 0) {
      this.#wait(language.words.run.problems.folderGone);
    } else if (outcome.kind === 'finished' && this.phase === 'sifting') {
      this.phase = this.#owner.hasUnreachable() ? 'idle' : 'done';
      this.remaining = 0;
    }
  }

  #wait(problem: string): void {
    this.phase = 'waiting';
    this.problem = problem;
    this.#standStill();
  }

  /** Stops the clock and lets the screen sleep again. */
  #standStill(): void {
    this.#clock.stop();
    this.#letSleep?.();
    this.#letSleep = null;
  }
}
