import { runApp, type AppRun } from '../fieldsift/appRun.ts';
import { cpuSecondsOf } from '../fieldsift/cpuTime.ts';
import type { BenchModel } from '../models/models.ts';
import type { BenchWindow } from '../page/benchPage.ts';
import { NativeModel } from '../peers/native.ts';
import { median } from '../report/figures.ts';
import { compareAnswers } from './compareAnswers.ts';
import type { Effort, ModelMeasurements } from './measurements.ts';
import { bestInFlight, nativeSpeed, nativeTimes } from './nativeRounds.ts';

/** Photos whose answers are compared, those that native code tries its photos in flight on, and the app's workers on two cores. */
const compared = 16;
const tried = 24;
const workers = 2;

/** What is measured, and in what. */
export interface Subject {
  window: BenchWindow;
  model: BenchModel;
  /** The folder that is dropped on the app, and its photos. */
  folder: string;
  photos: readonly string[];
  /** The built app. */
  app: string;
}

async function timesOf(window: BenchWindow, effort: Effort): Promise<{ decode: number; infer: number }> {
  await window.ask((bench, runs) => bench.infer(0, runs), effort.runs);
  const decode = await window.ask((bench, count) => bench.decode(0, count), effort.decoded);
  const infer = await window.ask((bench, runs) => bench.infer(0, runs), effort.runs);
  return { decode: median(decode), infer: median(infer) };
}

const speedOf = (window: BenchWindow, count: number): Promise<number> =>
  window.ask((bench, many) => bench.speed(0, many), count);

/** Fieldsift's own decoding and model, with nothing around them. */
async function measureParts(subject: Subject, effort: Effort, result: ModelMeasurements): Promise<void> {
  const { window, model } = subject;
  await window.load('fieldsift', workers, model);
  const { decode, infer } = await timesOf(window, effort);
  result.decode.fieldsift.push(decode);
  result.infer.fieldsift.push(infer);
  await speedOf(window, workers * 4);
  const count = Math.ceil(effort.sifted / 2);
  const before = await cpuSecondsOf(window.browser);
  result.pipeline.bare.push(await speedOf(window, count));
  const after = await cpuSecondsOf(window.browser);
  if (before !== null && after !== null) result.cpu.bare.push(((after - before) / count) * 1000);
}

async function measureApp(subject: Subject, effort: Effort, limit: number | null): Promise<AppRun> {
  const { app, folder, photos, model } = subject;
  return runApp({ app, folder, photos: photos.length, pack: model.pack, warm: effort.warm, workers: limit });
}

/** One round: every program in turn. */
async function measureRound(
  subject: Subject,
  native: NativeModel,
  effort: Effort,
  result: ModelMeasurements,
): Promise<void> {
  const { window, model, photos } = subject;
  const { decode, infer } = await nativeTimes(photos.slice(0, effort.decoded), native, effort.runs);
  result.decode.native.push(decode);
  result.infer.native.push(infer);
  await measureParts(subject, effort, result);
  const app = await measureApp(subject, effort, null);
  result.app.push(app);
  result.pipeline.fieldsift.push(app.photosPerSecond);
  if (app.cpuMilliseconds !== null) result.cpu.fieldsift.push(app.cpuMilliseconds);
  const whole = await nativeSpeed(photos.slice(0, effort.sifted), native, result.inFlight);
  result.pipeline.native.push(whole.photosPerSecond);
  result.cpu.native.push(whole.cpuMilliseconds);
  if (effort.oneWorker) {
    result.pipeline.oneWorker.push((await measureApp(subject, effort, 1)).photosPerSecond);
  }
  if (model.manifest.task === 'classifier') {
    await window.load('transformers', 1, model);
    const other = await timesOf(window, effort);
    result.decode.transformers.push(other.decode);
    result.infer.transformers.push(other.infer);
    result.pipeline.transformers.push(await speedOf(window, effort.classified));
  }
  await window.ask((bench) => bench.unload(), undefined);
}

/** Measures one model in every program, round by round, each round every program in turn. */
export async function measureModel(
  subject: Subject,
  effort: Effort,
  say: (line: string) => void,
): Promise<ModelMeasurements> {
  const { window, model, photos } = subject;
  const { id, title } = model;
  say(`${title}: answers`);
  const native = await NativeModel.load(model.path, model.manifest);
  const result: ModelMeasurements = {
    id,
    title,
    decode: { fieldsift: [], native: [], transformers: [] },
    infer: { fieldsift: [], native: [], transformers: [] },
    pipeline: { fieldsift: [], native: [], transformers: [], bare: [], oneWorker: [] },
    cpu: { fieldsift: [], native: [], bare: [] },
    agreement: await compareAnswers(window, model, native, photos.slice(0, compared)),
    inFlight: await bestInFlight(photos.slice(0, Math.min(tried, effort.sifted)), native),
    app: [],
  };
  for (let round = 0; round < effort.rounds; round += 1) {
    say(`${title}: round ${round + 1} of ${effort.rounds}`);
    await measureRound(subject, native, effort, result);
  }
  await native.release();
  return result;
}
