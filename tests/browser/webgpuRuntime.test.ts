import { beforeAll, describe, expect, it } from 'vitest';
import { outputDifference } from '../../src/core/models/runtime/outputDifference.ts';
import { trialPicture } from '../../src/core/models/runtime/trialPicture.ts';
import { toInputTensor } from '../../src/core/models/tensor/tensor.ts';
import { parseModelManifest } from '../../src/core/models/manifest/modelManifest.ts';
import { findGraphicsAdapter } from '../../src/platform/graphicsAdapter.ts';
import { createSession } from '../../src/platform/onnxRuntime.ts';
import { runSession, type OnnxInput } from '../../src/platform/onnxSession.ts';
import { createGraphicsSession, graphicsLost } from '../../src/platform/webgpuRuntime.ts';
import { modelInputs } from '../../src/workers/sift/modelInputs.ts';
import { packManifest } from '../fixtures/packManifest.ts';
import { meanColorGraph, onnxGraph } from '../fixtures/onnxGraph.ts';

const manifest = parseModelManifest(packManifest({ bytes: 1, sha256: '0'.repeat(64) }));

beforeAll(async () => {
  if (await findGraphicsAdapter()) return;
  throw new Error(
    'This browser offers no WebGPU adapter, not even SwiftShader: WebGPU cannot be tested here. ' +
      'Use a Chromium that has it, started with the flags of scripts/browser/chromiumArguments.ts.',
  );
});

describe('the runtime for graphics processors', () => {
  it('gives the same answer as WASM to the same picture', async () => {
    const tensor = toInputTensor(trialPicture(), manifest.input, 1);
    const inputs = modelInputs(manifest.input, tensor);
    const onProcessor = await runSession(await createSession(meanColorGraph()), inputs, ['output0']);
    const onGraphics = await runSession(await createGraphicsSession(meanColorGraph()), inputs, ['output0']);
    expect(onGraphics['output0']?.shape).toEqual([1, 6, 1]);
    expect(onProcessor['output0']?.data[5]).toBeGreaterThan(0.5);
    expect(outputDifference(onProcessor, onGraphics, manifest, tensor)).toBeLessThan(1e-4);
  });

  it('says so when the graphics processor is lost, and does not answer as if it were there', async () => {
    const shape = [1, 64];
    const session = await createGraphicsSession(
      onnxGraph({ operator: 'Relu', input: 'images', output: 'boxes', shape }),
    );
    const images: OnnxInput = { type: 'float32', data: new Float32Array(64).fill(2), shape };
    const { boxes } = await runSession(session, { images }, ['boxes']);
    expect(boxes?.data[0]).toBe(2);
    // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on the device, below
    const { createCommandEncoder } = GPUDevice.prototype;
    GPUDevice.prototype.createCommandEncoder = function (...given) {
      this.destroy();
      return createCommandEncoder.apply(this, given);
    };
    const lost = graphicsLost();
    await expect(runSession(session, { images }, ['boxes'])).rejects.toMatchObject({ stage: 'run' });
    expect(await lost).toMatch(/destroy/i);
    GPUDevice.prototype.createCommandEncoder = createCommandEncoder;
  });
});
