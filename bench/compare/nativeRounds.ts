import { decodeNatively, siftNatively, type NativeModel } from '../peers/native.ts';
import { median } from '../report/figures.ts';

/** How fast native code is, and what it takes. */
export interface NativeSpeed {
  photosPerSecond: number;
  /** ms of processor time a photo. */
  cpuMilliseconds: number;
}

/** Sifts photos once with so many in flight. */
export async function nativeSpeed(
  photos: readonly string[],
  model: NativeModel,
  inFlight: number,
): Promise<NativeSpeed> {
  const before = process.cpuUsage();
  const started = performance.now();
  await siftNatively(photos, model, inFlight);
  const milliseconds = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  return {
    photosPerSecond: (photos.length / milliseconds) * 1000,
    cpuMilliseconds: (user + system) / 1000 / photos.length,
  };
}

/** How many photos in flight suit native code best on this machine. */
export async function bestInFlight(photos: readonly string[], model: NativeModel): Promise<number> {
  let best = { inFlight: 1, photosPerSecond: 0 };
  for (const inFlight of [1, 2, 3, 4]) {
    const { photosPerSecond } = await nativeSpeed(photos, model, inFlight);
    if (photosPerSecond > best.photosPerSecond) best = { inFlight, photosPerSecond };
  }
  return best.inFlight;
}

/** Decoding and the model alone, one photo and one run after another. @returns ms */
export async function nativeTimes(
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
