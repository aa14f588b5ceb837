/** What decides how many workers a machine can carry. */
export interface Machine {
  cores: number;
  /** GiB, rounded down by the browser and at most 8; null where it does not say. */
  memory: number | null;
}

/** A module of one SIMD instruction: `i8x16.splat`. */
const simd = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0],
  ...[10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11],
);

/** What the browser lacks of what sifting needs, by its technical name; empty for nothing. */
export function missingFeatures(): string[] {
  const browser = globalThis as { WebAssembly?: typeof WebAssembly; OffscreenCanvas?: unknown };
  const missing: string[] = [];
  if (!browser.WebAssembly) missing.push('WebAssembly');
  else if (!browser.WebAssembly.validate(simd)) missing.push('WebAssembly SIMD');
  if (!browser.OffscreenCanvas) missing.push('OffscreenCanvas');
  return missing;
}

export function thisMachine(): Machine {
  const { hardwareConcurrency, deviceMemory } = navigator as Navigator & { deviceMemory?: number };
  return { cores: hardwareConcurrency || 2, memory: deviceMemory ?? null };
}
