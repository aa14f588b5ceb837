/** What decides how many workers a machine can carry. */
export interface Machine {
  cores: number;
  /** GiB, rounded down by the browser and at most 8; null where it does not say. */
  memory: number | null;
}

export function thisMachine(): Machine {
  const { hardwareConcurrency, deviceMemory } = navigator as Navigator & { deviceMemory?: number };
  return { cores: hardwareConcurrency || 2, memory: deviceMemory ?? null };
}
