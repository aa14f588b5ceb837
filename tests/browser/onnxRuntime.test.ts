import { describe, expect, it } from 'vitest';
import { createSession, OnnxError, runSession } from '../../src/platform/onnxRuntime.ts';
import { onnxGraph } from '../fixtures/onnxGraph.ts';

const shape = [1, 2, 2];
const relu = onnxGraph({ operator: 'Relu', input: 'images', output: 'boxes', shape });
const data = Float32Array.of(-1, 2, -0.5, 4);

describe('onnxRuntime', () => {
  it('runs a graph', async () => {
    const session = await createSession(relu);
    const output = await runSession(session, 'images', data, shape, 'boxes');
    expect([...output.data]).toEqual([0, 2, 0, 4]);
    expect(output.shape).toEqual(shape);
  });

  it('creates sessions asked for at the same time, also after one that failed', async () => {
    const broken = createSession(Uint8Array.of(1, 2, 3));
    const sessions = Promise.all([createSession(relu), createSession(relu)]);
    await expect(broken).rejects.toThrow(OnnxError);
    await expect(broken).rejects.toMatchObject({ stage: 'load' });
    for (const session of await sessions) {
      expect([...(await runSession(session, 'images', data, shape, 'boxes')).data]).toEqual([0, 2, 0, 4]);
    }
  });

  it('names an output that the model does not have, and says which it has', async () => {
    const session = await createSession(relu);
    await expect(runSession(session, 'images', data, shape, 'scores')).rejects.toThrow(/"scores".*: boxes/);
  });

  it('refuses an input of the wrong name or shape', async () => {
    const session = await createSession(relu);
    await expect(runSession(session, 'photo', data, shape, 'boxes')).rejects.toMatchObject({ stage: 'run' });
    await expect(runSession(session, 'images', data, [1, 4], 'boxes')).rejects.toMatchObject({
      stage: 'run',
    });
  });

  it('says of an operator that the runtime lacks', async () => {
    const unknown = onnxGraph({ operator: 'Purr', input: 'images', output: 'boxes', shape });
    await expect(createSession(unknown)).rejects.toThrow(/Purr/);
  });
});
