import { outputNames } from '../../core/models/decoders/decoder.ts';
import { trialPicture } from '../../core/models/runtime/trialPicture.ts';
import { toInputTensor } from '../../core/models/tensor/tensor.ts';
import { createSession } from '../../platform/onnxRuntime.ts';
import { runSession } from '../../platform/onnxSession.ts';
import type { SiftModel } from '../sift/contract.ts';
import { modelInputs } from '../sift/modelInputs.ts';
import { readWeights } from '../sift/modelWeights.ts';
import type { WasmMeasurement } from './contract.ts';
import { timedRuns } from './timedRuns.ts';

/** What WASM makes of the trial's picture, and how long it takes. @throws Error when it cannot */
export async function measureWasm(model: SiftModel): Promise<WasmMeasurement> {
  const { input, output } = model.manifest;
  const { bytes, external } = await readWeights(model);
  const session = await createSession(bytes, external);
  const inputs = modelInputs(input, toInputTensor(trialPicture(), input, 1));
  const { answer, milliseconds } = await timedRuns(() => runSession(session, inputs, outputNames(output)));
  return { outputs: answer, milliseconds };
}
