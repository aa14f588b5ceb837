/** Each worker holds a model, its working memory and one decoded photo: about 200 MB measured. */
const mostWorkers = 8;

/**
 * How many single-threaded workers sift at once: one core is left to the page, except on two cores, where two workers
 * measured faster than one; little memory allows fewer.
 *
 * @param memory GiB, or null when the browser does not say
 */
export function workerCount(cores: number, memory: number | null): number {
  const byCores = cores <= 2 ? cores : cores - 1;
  const byMemory = memory === null ? mostWorkers : memory <= 1 ? 1 : memory * 2 - 2;
  return Math.max(1, Math.floor(Math.min(byCores, byMemory, mostWorkers)));
}
