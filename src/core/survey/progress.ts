/** How far a run was at a moment. */
interface ProgressSample {
  /** ms on a steady clock that stands still while the run is paused. */
  time: number;
  /** Photos sifted by then, not counting those whose result was already known. */
  sifted: number;
}

/** Measures the speed of a run over its recent past, so that the time remaining follows what the machine does now. */
export class SpeedMeter {
  /** ms; long enough to smooth slow photos, short enough to notice a laptop that throttles. */
  readonly #window: number;
  #samples: ProgressSample[] = [];

  constructor(windowMilliseconds = 30_000) {
    this.#window = windowMilliseconds;
  }

  add(time: number, sifted: number): void {
    this.#samples.push({ time, sifted });
    while (this.#samples.length > 2 && (this.#samples[1]?.time ?? time) <= time - this.#window)
      this.#samples.shift();
  }

  /** Photos per second; null until there is enough to say, so that no wild first guess is shown. */
  photosPerSecond(): number | null {
    const first = this.#samples[0];
    const last = this.#samples.at(-1);
    if (!first || !last) return null;
    const seconds = (last.time - first.time) / 1000;
    const photos = last.sifted - first.sifted;
    return seconds >= 2 && photos >= 3 ? photos / seconds : null;
  }
}

/** Seconds until `left` photos are done; null when the speed is not known yet. */
export function secondsRemaining(left: number, photosPerSecond: number | null): number | null {
  if (left === 0) return 0;
  return photosPerSecond === null ? null : left / photosPerSecond;
}
