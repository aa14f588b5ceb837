export interface StorageSpace {
  /** Bytes this app keeps in the browser, or null when the browser does not say. */
  used: number | null;
  /** Bytes the browser would let it keep. */
  quota: number | null;
  /** True when the browser promised not to clear it on its own. */
  persisted: boolean;
}

export async function storageSpace(): Promise<StorageSpace> {
  const storage = navigator.storage as StorageManager | undefined;
  if (!storage) return { used: null, quota: null, persisted: false };
  // Some browsers refuse to say.
  const [estimate, persisted] = await Promise.all([
    storage.estimate().catch((): StorageEstimate => ({})),
    storage.persisted().catch(() => false),
  ]);
  return { used: estimate.usage ?? null, quota: estimate.quota ?? null, persisted };
}

/** Asks the browser not to clear what is kept; some ask the person, some decide alone. */
export async function persistStorage(): Promise<boolean> {
  const storage = navigator.storage as (StorageManager & { persist(): Promise<boolean> }) | undefined;
  return (await storage?.persist().catch(() => false)) ?? false;
}

/** True for the error that browsers give when the disk or the quota is full. */
export function isStorageFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
