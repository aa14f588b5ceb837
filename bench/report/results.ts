import { cpus, totalmem } from 'node:os';
import type { ModelMeasurements } from '../compare/measurements.ts';
import { figureOf, ratioOf, type Figure } from './figures.ts';

/** What `bench/results.json` holds. */
export interface Results {
  machine: { processor: string; cores: number; memoryGiB: number; system: string };
  versions: Record<string, string>;
  photos: { count: number; megabytes: number; drawn: boolean };
  rounds: number;
  ratios: Record<string, Figure>;
  models: {
    id: string;
    title: string;
    /** ms */
    decode: Record<string, Figure>;
    /** ms */
    infer: Record<string, Figure>;
    /** photos per second */
    pipeline: Record<string, Figure>;
    inFlight: number;
    /** ms a photo in each stage of a worker, median of the rounds. */
    stages: Record<string, Figure>;
    /** ms of processor time a photo in the whole pipeline, of all processes of a program. */
    cpu: Record<string, Figure>;
    agreement: ModelMeasurements['agreement'];
  }[];
}

export function describeMachine(): Results['machine'] {
  const [first] = cpus();
  return {
    processor: first?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch}`,
  };
}

function figures(rounds: Record<string, number[]>): Record<string, Figure> {
  return Object.fromEntries(
    Object.entries(rounds)
      .filter(([, values]) => values.length > 0)
      .map(([name, values]) => [name, figureOf(values)]),
  );
}

function stageFigures({ app }: ModelMeasurements): Record<string, Figure> {
  const names = [...new Set(app.flatMap(({ stages }) => Object.keys(stages)))];
  return figures(Object.fromEntries(names.map((name) => [name, app.map(({ stages }) => stages[name] ?? 0)])));
}

/** The ratios that say how Fieldsift stands; above 1 it is the faster, but for the share of other work. */
export function ratiosOf(models: readonly ModelMeasurements[]): Record<string, Figure> {
  const find = (id: string): ModelMeasurements => {
    const found = models.find((model) => model.id === id);
    if (!found) throw new Error(`${id} was not measured`);
    return found;
  };
  const lookout = find('lookout');
  const mobile = find('mobilenet-v2-like');
  const efficient = find('efficientnet-b0-like');
  const yolo = find('yolov5s-like-int8');
  const overhead = ({ pipeline }: ModelMeasurements): Figure =>
    figureOf(pipeline.fieldsift.map((speed, round) => 1 - speed / (pipeline.bare[round] ?? NaN)));
  const overheadOfTime = ({ cpu }: ModelMeasurements): Figure =>
    figureOf(cpu.fieldsift.map((time, round) => 1 - (cpu.bare[round] ?? NaN) / time));
  const toNative = ({ pipeline }: ModelMeasurements): Figure => ratioOf(pipeline.fieldsift, pipeline.native);
  return {
    pipeline_vs_transformersjs: ratioOf(mobile.pipeline.fieldsift, mobile.pipeline.transformers),
    pipeline_vs_native: toNative(lookout),
    decode_vs_sharp: ratioOf(lookout.decode.native, lookout.decode.fieldsift),
    two_workers_vs_one: ratioOf(lookout.pipeline.fieldsift, lookout.pipeline.oneWorker),
    overhead_share: overhead(lookout),
    bare_vs_native: ratioOf(lookout.pipeline.bare, lookout.pipeline.native),
    bare_vs_transformersjs: ratioOf(mobile.pipeline.bare, mobile.pipeline.transformers),
    processor_time_vs_native: ratioOf(lookout.cpu.native, lookout.cpu.fieldsift),
    overhead_share_of_processor_time: overheadOfTime(lookout),
    efficientnet_vs_transformersjs: ratioOf(efficient.pipeline.fieldsift, efficient.pipeline.transformers),
    mobilenet_vs_native: toNative(mobile),
    efficientnet_vs_native: toNative(efficient),
    yolov5s_int8_vs_native: toNative(yolo),
    inference_vs_native_lookout: ratioOf(lookout.infer.native, lookout.infer.fieldsift),
    mobilenet_overhead_share: overhead(mobile),
    mobilenet_two_workers_vs_one: ratioOf(mobile.pipeline.fieldsift, mobile.pipeline.oneWorker),
  };
}

export function modelResults(models: readonly ModelMeasurements[]): Results['models'] {
  return models.map((model) => ({
    id: model.id,
    title: model.title,
    decode: figures(model.decode),
    infer: figures(model.infer),
    pipeline: figures(model.pipeline),
    inFlight: model.inFlight,
    stages: stageFigures(model),
    cpu: figures(model.cpu),
    agreement: model.agreement,
  }));
}
