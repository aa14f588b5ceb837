/** More would only fight over the memory bus. */
const mostWorkers = 8;

/** MiB that a worker needs besides its models: the runtime, its working memory and one decoded photo; measured. */
const workerMebibytes = 200;

/** How often the bytes of a model lie in the memory of each worker: as a file, as weights, and as what they become. */
const copiesOfModel = 3;

/**
 * How many single-threaded workers sift at once: one core is left to the page, except on two cores, where two workers
 * measured faster than one; little memory and large models allow fewer.
 *
 * @param memory GiB, or null when the browser does not say
 * @param modelBytes of all models together, because each worker loads all of them
 */
export function workerCount(cores: number, memory: number | null, modelBytes: number): number {
  const byCores = cores <= 2 ? cores : cores - 1;
  // Browsers say 8 GiB at most; those that say nothing run on computers, not on phones, as a rule.
  const spare = ((memory ?? 8) - 1) * 2 * workerMebibytes;
  const byMemory = spare / (workerMebibytes + (copiesOfModel * modelBytes) / 2 ** 20);
  return Math.max(1, Math.floor(Math.min(byCores, byMemory, mostWorkers)));
}

/** Bytes of all files of models, as their manifests say. */
export function modelBytes(models: Iterable<{ manifest: { files: readonly { bytes: number }[] } }>): number {
  let sum = 0;
  for (const { manifest } of models) for (const { bytes } of manifest.files) sum += bytes;
  return sum;
}
