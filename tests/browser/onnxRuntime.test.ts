import { describe, expect, it } from 'vitest';
import { float16Bits } from '../../src/core/models/tensor/float16.ts';
import { createSession } from '../../src/platform/onnxRuntime.ts';
import { OnnxError, runSession, type OnnxInput } from '../../src/platform/onnxSession.ts';
import { constantGraph, constantGraphWithData, onnxGraph, type ElementType } from '../fixtures/onnxGraph.ts';

const shape = [1, 2, 2];
const relu = onnxGraph({ operator: 'Relu', input: 'images', output: 'boxes', shape });
const images: OnnxInput = { type: 'float32', data: Float32Array.of(-1, 2, -0.5, 4), shape };

async function reluOf(session: Awaited<ReturnType<typeof createSession>>): Promise<number[]> {
  const { boxes } = await runSession(session, { images }, ['boxes']);
  return [...(boxes?.data ?? [])];
}

describe('onnxRuntime', () => {
  it('runs a graph', async () => {
    const { boxes } = await runSession(await createSession(relu), { images }, ['boxes']);
    expect([...(boxes?.data ?? [])]).toEqual([0, 2, 0, 4]);
    expect(boxes?.shape).toEqual(shape);
  });

  it('creates sessions asked for at the same time, also after one that failed', async () => {
    const broken = createSession(Uint8Array.of(1, 2, 3));
    const sessions = Promise.all([createSession(relu), createSession(relu)]);
    await expect(broken).rejects.toThrow(OnnxError);
    await expect(broken).rejects.toMatchObject({ stage: 'load' });
    for (const session of await sessions) expect(await reluOf(session)).toEqual([0, 2, 0, 4]);
  });

  it('names an input or output that the model does not have, and says which it has', async () => {
    const session = await createSession(relu);
    await expect(runSession(session, { images }, ['scores'])).rejects.toThrow(
      /"scores".*: "boxes"\. Correct/,
    );
    await expect(runSession(session, { photo: images }, ['boxes'])).rejects.toThrow(/"photo".*: "images"/);
  });

  it('names an input that the model asks for and does not get', async () => {
    const twoInputs = constantGraph(
      [
        { name: 'images', shape },
        { name: 'orig_target_sizes', shape: [1, 2], type: 'int64' },
      ],
      [{ name: 'boxes', shape: [1], data: Float32Array.of(1) }],
    );
    const session = await createSession(twoInputs);
    await expect(runSession(session, { images }, ['boxes'])).rejects.toThrow(
      /also asks.*"orig_target_sizes"/,
    );
  });

  it('refuses an input of the wrong shape or type', async () => {
    const session = await createSession(relu);
    const flat: OnnxInput = { ...images, shape: [1, 4] };
    await expect(runSession(session, { images: flat }, ['boxes'])).rejects.toMatchObject({ stage: 'run' });
    const bytes: OnnxInput = { type: 'uint8', data: new Uint8Array(4), shape };
    await expect(runSession(session, { images: bytes }, ['boxes'])).rejects.toMatchObject({ stage: 'run' });
  });

  it.each<[ElementType, OnnxInput, number[]]>([
    [
      'float16',
      { type: 'float16', data: Uint16Array.of(float16Bits(0.5), float16Bits(-2)), shape: [2] },
      [0.5, -2],
    ],
    ['uint8', { type: 'uint8', data: Uint8Array.of(0, 255), shape: [2] }, [0, 255]],
    ['int64', { type: 'int64', data: BigInt64Array.of(-1n, 300n), shape: [2] }, [-1, 300]],
  ])('feeds and reads %s', async (type, input, expected) => {
    const session = await createSession(
      onnxGraph({ operator: 'Identity', input: 'in', output: 'out', shape: [2], type }),
    );
    const { out } = await runSession(session, { in: input }, ['out']);
    expect([...(out?.data ?? [])]).toEqual(expected);
  });

  it('reads several outputs of different types', async () => {
    const graph = constantGraph(
      [{ name: 'images', shape }],
      [
        { name: 'labels', shape: [1, 2], type: 'int32', data: Int32Array.of(2, 0) },
        { name: 'scores', shape: [1, 2], data: Float32Array.of(0.75, 0.25) },
        { name: 'half', shape: [1], type: 'float16', data: Uint16Array.of(float16Bits(1.5)) },
      ],
    );
    const outputs = await runSession(await createSession(graph), { images }, ['scores', 'labels', 'half']);
    expect(outputs).toEqual({
      scores: { data: Float32Array.of(0.75, 0.25), shape: [1, 2] },
      labels: { data: Float32Array.of(2, 0), shape: [1, 2] },
      half: { data: Float32Array.of(1.5), shape: [1] },
    });
  });

  it('reads weights that lie in a file beside the model, and refuses a model without them', async () => {
    const outputs = [
      { name: 'boxes', shape: [2], data: Float32Array.of(3, -4) },
      { name: 'scores', shape: [1], data: Float32Array.of(0.5) },
    ];
    const { model, data } = constantGraphWithData([{ name: 'images', shape }], outputs, 'weights.data');
    const session = await createSession(model, [{ path: 'weights.data', data }]);
    const read = await runSession(session, { images }, ['boxes', 'scores']);
    expect(read['boxes']?.data).toEqual(Float32Array.of(3, -4));
    expect(read['scores']?.data).toEqual(Float32Array.of(0.5));
    await expect(createSession(model)).rejects.toMatchObject({ stage: 'load' });
  });

  it('says of an operator that the runtime lacks', async () => {
    const unknown = onnxGraph({ operator: 'Purr', input: 'images', output: 'boxes', shape });
    await expect(createSession(unknown)).rejects.toThrow(/Purr/);
  });
});
