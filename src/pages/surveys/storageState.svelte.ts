import { persistStorage, storageSpace, type StorageSpace } from '../../platform/storageSpace.ts';

/** How much of the browser's storage is used, and whether it is safe from being cleared. */
export class StorageState {
  space = $state.raw<StorageSpace>({ used: null, quota: null, persisted: false });

  async refresh(): Promise<void> {
    this.space = await storageSpace();
  }

  /** Asks the browser to keep everything; some browsers ask the person. */
  async persist(): Promise<boolean> {
    const granted = await persistStorage();
    await this.refresh();
    return granted;
  }
}
