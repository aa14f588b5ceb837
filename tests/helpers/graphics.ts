import type { Page } from 'playwright';
import type { RuntimeTrial } from '../../src/core/models/runtime/runtimeVerdict.ts';
import type { StoredTrial } from '../../src/storage/database.ts';

/** What the app remembers of trials of the graphics processor. */
export function storedTrials(page: Page): Promise<StoredTrial[]> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('fieldsift');
    await new Promise((done) => (opening.onsuccess = done));
    const asking = opening.result.transaction('runtimeTrials').objectStore('runtimeTrials').getAll();
    await new Promise((done) => (asking.onsuccess = done));
    opening.result.close();
    return asking.result as StoredTrial[];
  });
}

/** Makes the app remember a trial of the one model that was brought in, as if it had been tried before. */
export async function rememberTrial(page: Page, trial: RuntimeTrial): Promise<void> {
  await page.evaluate(async (remembered) => {
    const { vendor, architecture, device, description } = (await navigator.gpu.requestAdapter())?.info ?? {};
    const opening = indexedDB.open('fieldsift');
    await new Promise((done) => (opening.onsuccess = done));
    const transaction = opening.result.transaction(['models', 'runtimeTrials'], 'readwrite');
    const keys = transaction.objectStore('models').getAllKeys();
    keys.onsuccess = () =>
      transaction.objectStore('runtimeTrials').put({
        modelHash: keys.result[0],
        adapter: [vendor, architecture, device, description].filter(Boolean).join(' '),
        appVersion: window.fieldsift?.version,
        trial: remembered,
      });
    await new Promise((done) => (transaction.oncomplete = done));
    opening.result.close();
  }, trial);
}

/** How many records the app keeps of photos and of what models said of them. */
export function storedCounts(page: Page): Promise<{ media: number; outputs: number }> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('fieldsift');
    await new Promise((done) => (opening.onsuccess = done));
    const transaction = opening.result.transaction(['media', 'outputs']);
    const media = transaction.objectStore('media').count();
    const outputs = transaction.objectStore('outputs').count();
    await new Promise((done) => (transaction.oncomplete = done));
    opening.result.close();
    return { media: media.result, outputs: outputs.result };
  });
}

/** What befalls a graphics processor: a laptop that sleeps or a driver that restarts, and another program's hunger. */
export type GraphicsMishap = 'lost device' | 'out of memory';

/**
 * Lets the graphics processor fail in the middle of a later photo.
 *
 * @param commands how many commands it still takes; a photo of a small model takes two
 */
export async function failGraphicsAfter(page: Page, mishap: GraphicsMishap, commands: number): Promise<void> {
  const worker = page.workers().find((one) => one.url().includes('graphics.worker'));
  if (!worker) throw new Error('No worker drives the graphics processor.');
  await worker.evaluate(
    ([kind, allowed]) => {
      let left = allowed;
      // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on the device, below
      const { createCommandEncoder } = GPUDevice.prototype;
      GPUDevice.prototype.createCommandEncoder = function (...given) {
        left -= 1;
        if (left < 0 && kind === 'out of memory') throw new DOMException('Out of memory', 'OperationError');
        if (left === 0 && kind === 'lost device') this.destroy();
        return createCommandEncoder.apply(this, given);
      };
    },
    [mishap, commands] as const,
  );
}
