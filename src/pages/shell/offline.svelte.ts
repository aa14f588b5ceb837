import { inBackground } from '../../platform/background.ts';
import { registerServiceWorker } from '../../platform/serviceWorker.ts';
import { isTabLockHeld } from '../../platform/tabLock.ts';

/** Whether the app works without a network, and whether a newer version waits. */
export class OfflineState {
  ready = $state(false);
  updateWaiting = $state(false);
  /** A newer version runs in another tab; this one goes on with its own until it is reloaded. */
  reloadNeeded = $state(false);
  #takeUpdate: () => void = () => undefined;

  async start(): Promise<void> {
    try {
      this.#takeUpdate = await registerServiceWorker({
        readyOffline: () => (this.ready = true),
        updateWaiting: () => (this.updateWaiting = true),
        updated: () => inBackground(this.#reloadWhenFree()),
      });
    } catch {
      // Refused (private window, no secure context): the app works, but needs its server next time.
      this.ready = false;
    }
  }

  takeUpdate(): void {
    this.#takeUpdate();
  }

  /** Never in a run, here or in another tab: a run holds the tab lock. */
  async #reloadWhenFree(): Promise<void> {
    if (await isTabLockHeld('fieldsift-run')) this.reloadNeeded = true;
    else location.reload();
  }
}
