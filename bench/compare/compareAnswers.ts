import { plainTensor } from '../plainTensor.ts';
import type { BenchModel } from '../models/models.ts';
import type { BenchWindow } from '../page/benchPage.ts';
import { requirePeer } from '../peers/install.ts';
import { siftNatively, type NativeModel } from '../peers/native.ts';
import type { OnnxRuntimeNode } from '../peers/nativeTypes.ts';
import { outputDifference, sameAnswers, type Agreement } from './agreement.ts';

/** Score from which boxes of a detector are compared. */
const detectorsClear = 0.5;

/** Asks every program for its answers about the same tensor and the same photos, and compares them with native ones. */
export async function compareAnswers(
  window: BenchWindow,
  model: BenchModel,
  native: NativeModel,
  photos: readonly string[],
): Promise<Agreement> {
  const { Tensor } = requirePeer('onnxruntime-node') as OnnxRuntimeNode;
  const { width, height } = model.manifest.input;
  const shape = [1, 3, height, width];
  const [expected] = Object.values(await native.run(new Tensor('float32', plainTensor(shape), shape)));
  const known = await siftNatively(photos, native, 1);
  const clear = model.manifest.task === 'classifier' ? null : detectorsClear;
  const ask = async (program: 'fieldsift' | 'transformers') => {
    await window.load(program, 1, model);
    const outputs = await window.ask((bench, sides) => bench.outputs(sides), shape);
    const answers = await window.ask((bench, count) => bench.answers(0, count), photos.length);
    return {
      tensor: outputDifference(expected?.data ?? [], outputs),
      photos: sameAnswers(answers, known, clear),
    };
  };
  const own = await ask('fieldsift');
  const other = clear === null ? await ask('transformers') : null;
  return {
    sameTensor: { native: own.tensor, transformers: other?.tensor ?? null },
    samePhotos: { native: own.photos, transformers: other?.photos ?? null },
  };
}
