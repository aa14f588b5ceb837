import {
  decideRuntime,
  mayUseGraphics,
  toleranceOf,
  type RuntimeReason,
  type RuntimeTrial,
  type RuntimeVerdict,
} from '../../core/models/runtime/runtimeVerdict.ts';
import { appVersion } from '../../platform/appVersion.ts';
import { findGraphicsAdapter } from '../../platform/graphicsAdapter.ts';
import { fetchGraphicsRuntime } from '../../platform/graphicsRuntimeFiles.ts';
import { findTrial, keepTrial } from '../../storage/runtimeTrialRepository.ts';
import { measureOffPage } from '../pack/packWorkerLife.ts';
import type { SiftModel } from '../sift/contract.ts';
import { GraphicsLife } from './graphicsLife.ts';

/** Where a run is computed. */
export interface RuntimeChoice {
  verdict: RuntimeVerdict;
  /** Loaded and ready; null where WASM computes. */
  graphics: GraphicsLife | null;
}

/** A trial on the graphics processor may take this much longer than on WASM, which a software one soon does. */
const patience = { least: 45_000, times: 20 };

function onWasm(reason: RuntimeReason): RuntimeChoice {
  return { verdict: { runtime: 'wasm', reason }, graphics: null };
}

/** Tries a model on both runtimes. @returns the trial, and the graphics processor with the model loaded if it took it */
async function tryBoth(
  model: SiftModel,
  stop: AbortSignal,
): Promise<{ trial: RuntimeTrial; life: GraphicsLife }> {
  const life = new GraphicsLife();
  stop.addEventListener('abort', () => life.close(), { once: true });
  const wasm = await measureOffPage(model);
  const failure = stop.aborted ? 'stopped' : await life.load(model);
  if (failure !== null) return { trial: { kind: 'failed', detail: failure }, life };
  const limit = Math.max(patience.least, patience.times * wasm.milliseconds);
  return { trial: await life.measure(wasm, limit), life };
}

/** Loads a model on a graphics processor that was found good before. */
async function takeUp(model: SiftModel, verdict: RuntimeVerdict): Promise<RuntimeChoice> {
  if (verdict.runtime === 'wasm') return { verdict, graphics: null };
  const graphics = new GraphicsLife();
  const failure = await graphics.load(model);
  if (failure === null) return { verdict, graphics };
  graphics.close();
  return onWasm({ kind: 'failed', detail: failure });
}

/**
 * Chooses where a model is computed, by trying it where that was not done before: both runtimes get the same picture.
 *
 * @param workers WASM threads that would share the photos
 * @param onTrial is called before a trial, which takes from seconds to a minute
 * @throws PackFailure when WASM cannot run the model either; DOMException when the browser refuses storage
 */
export async function chooseRuntime(
  model: SiftModel,
  workers: number,
  stop: AbortSignal,
  onTrial: () => void,
): Promise<RuntimeChoice> {
  const { hash, manifest } = model;
  if (!mayUseGraphics(manifest)) return onWasm({ kind: 'made-for-wasm' });
  const adapter = await findGraphicsAdapter();
  if (!adapter) return onWasm({ kind: 'no-adapter' });
  const tolerance = toleranceOf(manifest);
  const known = await findTrial(hash, adapter.name, appVersion);
  const knownVerdict = known && decideRuntime(known, tolerance, workers);
  if (knownVerdict?.runtime === 'wasm') return { verdict: knownVerdict, graphics: null };
  if (!(await fetchGraphicsRuntime())) return onWasm({ kind: 'not-fetched' });
  if (knownVerdict) return takeUp(model, knownVerdict);
  onTrial();
  const { trial, life } = await tryBoth(model, stop);
  if (!stop.aborted) await keepTrial({ modelHash: hash, adapter: adapter.name, appVersion, trial });
  const verdict = decideRuntime(trial, tolerance, workers);
  if (verdict.runtime === 'webgpu') return { verdict, graphics: life };
  life.close();
  return { verdict, graphics: null };
}
