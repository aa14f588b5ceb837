import type { ModelManifest } from '../../src/core/models/manifest/modelManifest.ts';
import type { PackedPrediction } from '../../src/core/models/prediction/predictionPacking.ts';

/** What can be measured of a program in the browser; times in ms, one for each photo or run. */
export interface BrowserProgram {
  /** @param manifest of Fieldsift; transformers.js reads its own files of the same model */
  load(modelId: string, modelUrl: string, manifest: ModelManifest): Promise<void>;
  /** From file to tensor, one photo after another. */
  decode(photos: File[]): Promise<number[]>;
  /** The model alone, on the first photo's tensor. */
  infer(photo: File, runs: number): Promise<number[]>;
  /** The model's first output for a tensor that every program gets alike. */
  outputs(data: Float32Array, shape: readonly number[]): Promise<Float32Array>;
  /** From file to answer, one photo after another. */
  sift(photos: File[]): Promise<PackedPrediction[]>;
}

/** What the page offers to the script that drives it. */
export interface BenchPage {
  /** Starts a program in so many workers and loads a model into each. */
  load(
    program: 'fieldsift' | 'transformers',
    workers: number,
    modelId: string,
    url: string,
    manifest: ModelManifest,
  ): Promise<void>;
  decode(first: number, count: number): Promise<number[]>;
  infer(photo: number, runs: number): Promise<number[]>;
  /** Photos per second of all workers together, each taking the next photo when it is free. */
  speed(first: number, count: number): Promise<number>;
  answers(first: number, count: number): Promise<PlainPrediction[]>;
  /** The model's first output for the tensor `(index * 7919 % 1000) / 1000`, which every program makes for itself. */
  outputs(shape: readonly number[]): Promise<number[]>;
  unload(): void;
}

/** A prediction as plain lists, to leave the page. */
export interface PlainPrediction {
  labels: number[];
  scores: number[];
  boxes: number[];
  labelScores: number[];
}

declare global {
  interface Window {
    bench?: BenchPage;
  }
}
