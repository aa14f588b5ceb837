import type { RuntimeReason, RuntimeVerdict } from './runtimeVerdict.ts';

const onProcessor = 'Computed by the processor';

function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en')} ms`;
}

function speeds({
  wasmMilliseconds,
  webgpuMilliseconds,
  workers,
}: Extract<RuntimeReason, { kind: 'faster' | 'slower' }>): string {
  const cores = workers === 1 ? 'one core' : `${workers} cores together`;
  return `${milliseconds(webgpuMilliseconds)} per photo, ${cores} of the processor ${milliseconds(wasmMilliseconds / workers)}`;
}

function share(value: number): string {
  return Number.isFinite(value) ? value.toPrecision(2) : 'beyond measure';
}

/** Where a model is computed and why, in a sentence or two for someone who looks after animals, not computers. */
export function runtimeInWords({ reason }: RuntimeVerdict): string {
  switch (reason.kind) {
    case 'made-for-wasm':
      return `${onProcessor}, as this model is made for.`;
    case 'no-adapter':
      return `${onProcessor}: the browser offers no graphics processor here.`;
    case 'not-fetched':
      return `${onProcessor}: what drives the graphics processor is not on this computer yet. Start a run once while online.`;
    case 'faster':
      return `Computed by the graphics processor, which gives the same answers faster (${speeds(reason)}).`;
    case 'slower':
      return `${onProcessor}: the graphics processor gives the same answers, but slower (${speeds(reason)}).`;
    case 'different':
      return `${onProcessor}: the graphics processor gives other answers (scores differ by ${share(reason.difference)}; ${reason.tolerance} is allowed), so it is not trusted.`;
    case 'failed':
      return `${onProcessor}: the graphics processor failed when it was tried (${reason.detail}).`;
    case 'lost':
      return `Computed by the processor since the graphics processor failed in this run (${reason.detail}). No photo is lost: those in hand were looked at again.`;
  }
}
