/** ms of work after which the page gets its turn: less than a frame of 60 Hz, with room to draw in. */
const slice = 8;

/** Settles after the page had its turn: what a person did meanwhile is answered, and what changed is drawn. */
export function pageTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * The same values, made in slices of a few milliseconds between which the page has its turn.
 *
 * @throws the signal's reason once it is aborted
 */
export async function* inSlices<Value>(
  values: Iterable<Value> | AsyncIterable<Value>,
  signal?: AbortSignal,
): AsyncGenerator<Value> {
  let began = performance.now();
  for await (const value of values) {
    signal?.throwIfAborted();
    yield value;
    if (performance.now() - began < slice) continue;
    await pageTurn();
    began = performance.now();
  }
}
