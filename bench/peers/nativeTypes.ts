/** What is used of sharp and onnxruntime-node, which are not installed when the types are checked. */

export interface Sharp {
  resize(width: number, height: number, options: { fit: 'fill'; kernel: 'linear' }): Sharp;
  autoOrient(): Sharp;
  removeAlpha(): Sharp;
  toColourspace(space: 'srgb'): Sharp;
  metadata(): Promise<{ width: number; height: number; orientation?: number }>;
  raw(): { toBuffer(): Promise<Buffer> };
}

export interface SharpModule {
  (path: string): Sharp;
  concurrency(threads: number): void;
  cache(enabled: boolean): void;
  versions: Record<string, string>;
}

export interface NativeTensor {
  data: Float32Array;
  dims: readonly number[];
}

export interface NativeSession {
  run(
    inputs: Record<string, NativeTensor>,
    outputs?: readonly string[],
  ): Promise<Record<string, NativeTensor>>;
  release(): Promise<void>;
}

export interface OnnxRuntimeNode {
  InferenceSession: {
    create(
      model: Uint8Array,
      options: { intraOpNumThreads: number; interOpNumThreads?: number; logSeverityLevel?: number },
    ): Promise<NativeSession>;
  };
  Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => NativeTensor;
}
