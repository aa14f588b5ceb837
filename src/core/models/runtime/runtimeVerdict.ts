import type { ModelManifest } from '../manifest/modelManifest.ts';

/** Where a model is computed: by the processor (WebAssembly) or by the graphics processor (WebGPU). */
export type Runtime = 'wasm' | 'webgpu';

/** What a trial of the graphics processor gave. It is kept; what follows from it is decided again each time. */
export type RuntimeTrial =
  | {
      kind: 'measured';
      /** Between the two runtimes' answers to the same input; see `outputDifference`. */
      difference: number;
      /** For one photo on one WASM thread, warm. */
      wasmMilliseconds: number;
      /** For one photo on the graphics processor, warm. */
      webgpuMilliseconds: number;
    }
  /** It could not load or run the model, or gave no answer in time; `detail` is its own word. */
  | { kind: 'failed'; detail: string };

/** Why a model is computed where it is. */
export type RuntimeReason =
  | { kind: 'made-for-wasm' }
  | { kind: 'no-adapter' }
  /** The part of the app that drives the graphics processor is not on this computer, and could not be fetched. */
  | { kind: 'not-fetched' }
  | { kind: 'faster' | 'slower'; wasmMilliseconds: number; webgpuMilliseconds: number; workers: number }
  | { kind: 'different'; difference: number; tolerance: number }
  | { kind: 'failed'; detail: string }
  /** It failed in the middle of this run; what was left went on without it. */
  | { kind: 'lost'; detail: string };

export interface RuntimeVerdict {
  runtime: Runtime;
  reason: RuntimeReason;
}

/** How far scores may differ where the manifest does not say. */
const usualTolerance = 0.01;

/** How far the graphics processor's answers may be from WASM's; scores 0-1. */
export function toleranceOf({ runtime }: Pick<ModelManifest, 'runtime'>): number {
  return runtime.tolerance ?? usualTolerance;
}

/** True when the manifest lets the graphics processor be tried; int8 models are for WASM alone. */
export function mayUseGraphics({ runtime }: Pick<ModelManifest, 'runtime'>): boolean {
  return runtime.preferred.includes('webgpu');
}

/**
 * Where to compute a model, after a trial: by the graphics processor when its answers are WASM's within the tolerance
 * and a run as a whole is faster. There is one graphics processor, but as many WASM threads as workers.
 *
 * @param workers WASM threads that would share the photos otherwise, at least 1
 */
export function decideRuntime(trial: RuntimeTrial, tolerance: number, workers: number): RuntimeVerdict {
  if (trial.kind === 'failed') return { runtime: 'wasm', reason: trial };
  const { difference, wasmMilliseconds, webgpuMilliseconds } = trial;
  // Written so that a difference that is no number counts as too large.
  if (!(difference <= tolerance))
    return { runtime: 'wasm', reason: { kind: 'different', difference, tolerance } };
  const isFaster = webgpuMilliseconds < wasmMilliseconds / workers;
  return {
    runtime: isFaster ? 'webgpu' : 'wasm',
    reason: { kind: isFaster ? 'faster' : 'slower', wasmMilliseconds, webgpuMilliseconds, workers },
  };
}
