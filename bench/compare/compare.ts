import { plainTensor } from '../plainTensor.ts';
import { runApp } from '../fieldsift/appRun.ts';
import type { BenchModel } from '../models/models.ts';
import { loadProgram, type BenchWindow } from '../page/benchPage.ts';
import { requirePeer } from '../peers/install.ts';
import { decodeNatively, NativeModel, siftNatively } from '../peers/native.ts';
import type { OnnxRuntimeNode } from '../peers/nativeTypes.ts';
import { median } from '../report/figures.ts';
import { outputDifference, sameAnswers, type Agreement } from './agreement.ts';
import type { Effort, ModelMeasurements } from './measurements.ts';

/** Photos whose answers are compared, and the number of workers the app takes on two cores. */
const compared = 16;
const workers = 2;
const detectorsClear = 0.5;

async function nativeSpeed(photos: readonly string[], model: NativeModel, inFlight: number): Promise<number> {
  const started = performance.now();
  await siftNatively(photos, model, inFlight);
  return photos.length / ((performance.now() - started) / 1000);
}

/** How many photos in flight suit native code best on this machine. */
async function bestInFlight(photos: readonly string[], model: NativeModel): Promise<number> {
  let best = { inFlight: 1, speed: 0 };
  for (const inFlight of [1, 2, 3, 4]) {
    const speed = await nativeSpeed(photos, model, inFlight);
    if (speed > best.speed) best = { inFlight, speed };
  }
  return best.inFlight;
}

async function nativeTimes(
  photos: readonly string[],
  model: NativeModel,
  runs: number,
): Promise<{ decode: number; infer: number }> {
  const decode: number[] = [];
  for (const photo of photos) {
    const started = performance.now();
    await decodeNatively(photo, model.manifest);
    decode.push(performance.now() - started);
  }
  const { tensor } = await decodeNatively(photos[0] ?? '', model.manifest);
  const infer: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now();
    await model.run(tensor);
    infer.push(performance.now() - started);
  }
  return { decode: median(decode), infer: median(infer) };
}

async function compareAnswers(
  { page }: BenchWindow,
  model: BenchModel,
  native: NativeModel,
  photos: readonly string[],
): Promise<Agreement> {
  const { Tensor } = requirePeer('onnxruntime-node') as OnnxRuntimeNode;
  const { width, height } = model.manifest.input;
  const shape = [1, 3, height, width];
  const [expected] = Object.values(await native.run(new Tensor('float32', plainTensor(shape), shape)));
  const known = await siftNatively(photos.slice(0, compared), native, 1);
  const clear = model.manifest.task === 'classifier' ? null : detectorsClear;
  const ask = async (program: 'fieldsift' | 'transformers') => {
    await loadProgram(page, program, 1, model);
    const outputs = await page.evaluate((sides) => window.bench?.outputs(sides) ?? [], shape);
    const answers = await page.evaluate((count) => window.bench?.answers(0, count) ?? [], compared);
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

/** Measures one model in every program, round by round, each round every program in turn. */
export async function measureModel(
  bench: BenchWindow,
  model: BenchModel,
  folder: string,
  photos: readonly string[],
  effort: Effort,
  say: (line: string) => void,
): Promise<ModelMeasurements> {
  const { page } = bench;
  const isClassifier = model.manifest.task === 'classifier';
  const native = await NativeModel.load(model.path, model.manifest);
  const agreement = await compareAnswers(bench, model, native, photos);
  const some = photos.slice(0, effort.decoded);
  const inFlight = await bestInFlight(photos.slice(0, Math.min(24, effort.sifted)), native);
  const result: ModelMeasurements = {
    id: model.id,
    title: model.title,
    decode: { fieldsift: [], native: [], transformers: [] },
    infer: { fieldsift: [], native: [], transformers: [] },
    pipeline: { fieldsift: [], native: [], transformers: [], bare: [], oneWorker: [] },
    inFlight,
    app: [],
    agreement,
  };
  const timesOf = async (warm: number): Promise<{ decode: number; infer: number }> => {
    await page.evaluate((runs) => window.bench?.infer(0, runs), warm);
    const decode = await page.evaluate((count) => window.bench?.decode(0, count) ?? [], effort.decoded);
    const infer = await page.evaluate((runs) => window.bench?.infer(0, runs) ?? [], effort.runs);
    return { decode: median(decode), infer: median(infer) };
  };
  const speedOf = (count: number): Promise<number> =>
    page.evaluate((many) => window.bench?.speed(0, many) ?? NaN, count);

  for (let round = 0; round < effort.rounds; round += 1) {
    say(`${model.title}: round ${round + 1} of ${effort.rounds}`);
    const nativeRound = await nativeTimes(some, native, effort.runs);
    result.decode.native.push(nativeRound.decode);
    result.infer.native.push(nativeRound.infer);
    await loadProgram(page, 'fieldsift', workers, model);
    const own = await timesOf(effort.runs);
    result.decode.fieldsift.push(own.decode);
    result.infer.fieldsift.push(own.infer);
    await speedOf(8);
    result.pipeline.bare.push(await speedOf(Math.ceil(effort.sifted / 2)));
    const app = await runApp(folder, photos.length, model.pack);
    result.app.push(app);
    result.pipeline.fieldsift.push(app.photosPerSecond);
    result.pipeline.native.push(await nativeSpeed(photos.slice(0, effort.sifted), native, inFlight));
    result.pipeline.oneWorker.push((await runApp(folder, photos.length, model.pack, 1)).photosPerSecond);
    if (isClassifier) {
      await loadProgram(page, 'transformers', 1, model);
      const other = await timesOf(effort.runs);
      result.decode.transformers.push(other.decode);
      result.infer.transformers.push(other.infer);
      result.pipeline.transformers.push(await speedOf(effort.classified));
    }
    await page.evaluate(() => window.bench?.unload());
  }
  await native.release();
  return result;
}
