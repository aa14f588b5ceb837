import { inBackground } from '../../platform/background.ts';
import type { ModelManifest } from '../../core/models/manifest/modelManifest.ts';
import {
  decideRuntime,
  mayUseGraphics,
  toleranceOf,
  type RuntimeVerdict,
} from '../../core/models/runtime/runtimeVerdict.ts';
import { modelBytes, workerCount } from '../../core/survey/workerCount.ts';
import { appVersion } from '../../platform/appVersion.ts';
import { findGraphicsAdapter } from '../../platform/graphicsAdapter.ts';
import { fetchGraphicsRuntime } from '../../platform/graphicsRuntimeFiles.ts';
import { thisMachine } from '../../platform/machine.ts';
import type { StoredTrial } from '../../storage/database.ts';
import { forgetTrials, listTrials } from '../../storage/runtimeTrialRepository.ts';
import { chooseRuntime, type RuntimeChoice } from '../../workers/graphics/chooseRuntime.ts';
import type { GraphicsLife } from '../../workers/graphics/graphicsLife.ts';
import type { GraphicsSource } from '../../workers/pool.ts';
import type { SiftModel } from '../../workers/sift/contract.ts';

/** Where one model of a run is computed, and why. */
export interface ModelRuntime {
  /** The model's name, for people. */
  name: string;
  hash: string;
  verdict: RuntimeVerdict;
}

/** Where models are computed: in this run, and by what was found when they were tried. */
export class RuntimeState implements GraphicsSource {
  /** Of the run that is going, or the last one; empty before the first. */
  inRun = $state.raw<readonly ModelRuntime[]>([]);
  /** True while the graphics processor is tried, before the first photo. */
  isTrying = $state(false);

  #trials = $state.raw<StoredTrial[]>([]);
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- no screen shows it
  readonly #graphics = new Map<string, GraphicsLife>();
  #stopping = new AbortController();

  /** Fetches what models may need of the app, so that it is there when their first run is offline. */
  async prepare(models: readonly SiftModel[]): Promise<void> {
    const isWorthIt = models.some(({ manifest }) => mayUseGraphics(manifest));
    if (isWorthIt && (await findGraphicsAdapter())) await fetchGraphicsRuntime();
  }

  /** Chooses where each model of a run is computed, and loads those that are for the graphics processor. */
  async begin(models: readonly SiftModel[], workers: number): Promise<void> {
    this.#stopping = new AbortController();
    this.inRun = [];
    for (const model of models) {
      if (this.#stopping.signal.aborted) return;
      await this.#choose(model, workers, this.#stopping.signal);
    }
  }

  connect(modelHash: string): MessagePort | null {
    return this.#graphics.get(modelHash)?.connect() ?? null;
  }

  /** Ends a trial that is under way. */
  stop(): void {
    this.#stopping.abort();
  }

  /** Lets go of the graphics processor. */
  end(): void {
    for (const hash of [...this.#graphics.keys()]) this.#close(hash);
  }

  /** Looks up what was found of models on this computer. */
  async look(): Promise<void> {
    const adapter = await findGraphicsAdapter();
    const trials = await listTrials();
    this.#trials = trials.filter((one) => one.adapter === adapter?.name && one.appVersion === appVersion);
  }

  /** What a trial found of a model; null before it was tried. */
  verdictOf(hash: string, manifest: ModelManifest): RuntimeVerdict | null {
    if (!mayUseGraphics(manifest)) return { runtime: 'wasm', reason: { kind: 'made-for-wasm' } };
    const known = this.#trials.find(({ modelHash }) => modelHash === hash);
    const { cores, memory } = thisMachine();
    if (!known) return null;
    const workers = workerCount(cores, memory, modelBytes([{ manifest }]));
    return decideRuntime(known.trial, toleranceOf(manifest), workers);
  }

  /** Forgets what was found, so that the next run tries again. */
  async forget(hash: string): Promise<void> {
    await forgetTrials(hash);
    await this.look();
  }

  async #choose(model: SiftModel, workers: number, signal: AbortSignal): Promise<void> {
    const stopped = new Promise<null>((resolve) => {
      signal.addEventListener('abort', () => resolve(null), { once: true });
    });
    const choosing = chooseRuntime(model, workers, signal, () => (this.isTrying = true))
      // What WASM cannot do either is said when the run starts on it.
      .catch((): RuntimeChoice | null => null);
    const choice = await Promise.race([choosing, stopped]);
    this.isTrying = false;
    if (signal.aborted) inBackground(choosing.then((late) => late?.graphics?.close()));
    if (signal.aborted || !choice) return;
    const { hash, manifest } = model;
    this.inRun = [...this.inRun, { name: manifest.name, hash, verdict: choice.verdict }];
    if (!choice.graphics) return;
    this.#graphics.set(hash, choice.graphics);
    inBackground(choice.graphics.failed.then((detail) => this.#lose(hash, detail)));
  }

  #lose(hash: string, detail: string): void {
    // One that is put away at the end of its run is no loss.
    if (!this.#graphics.has(hash)) return;
    const verdict: RuntimeVerdict = { runtime: 'wasm', reason: { kind: 'lost', detail } };
    this.inRun = this.inRun.map((model) => (model.hash === hash ? { ...model, verdict } : model));
    this.#close(hash);
  }

  #close(hash: string): void {
    this.#graphics.get(hash)?.close();
    this.#graphics.delete(hash);
  }
}
