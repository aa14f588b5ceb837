import { PhotoFailure } from '../../core/files/failure.ts';
import { PackFailure } from '../../core/models/pack/packFailure.ts';

/** What the runtime says when memory runs out; it has no error of its own for it. */
const noMemory = /bad_alloc|out of memory|allocat|memory access out of bounds|array buffer allocation/i;
/** What it says of operators it does not have, also in versions it does not have. */
const noOperator =
  /no op registered|not a registered function|could not find an implementation|not implemented|opset|ir version/i;

function errorText(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').trim();
}

/** Why the runtime did not take a model, as far as its own words tell. */
export function loadFailure(path: string, error: unknown): PackFailure {
  if (error instanceof PackFailure) return error;
  const detail = errorText(error);
  if (error instanceof RangeError || noMemory.test(detail)) return new PackFailure('no-memory', path, detail);
  return new PackFailure(noOperator.test(detail) ? 'missing-operator' : 'model-refused', path, detail);
}

/** Why a model that was loaded could not be run, or gave what its manifest does not describe. */
export function runFailure(path: string, error: unknown): PackFailure {
  if (error instanceof PackFailure) return error;
  const detail = errorText(error);
  if (error instanceof PhotoFailure) return new PackFailure('output-misfit', path, detail);
  return new PackFailure(noMemory.test(detail) ? 'no-memory' : 'trial-failed', path, detail);
}
