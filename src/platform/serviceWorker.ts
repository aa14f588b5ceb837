import { Workbox } from 'workbox-window';

export interface ServiceWorkerEvents {
  /** Everything the app needs is on this machine. */
  readyOffline(): void;
  /** A newer version is installed and waits. */
  updateWaiting(): void;
  /** A newer version has taken over, here or from another tab. */
  updated(): void;
}

/**
 * Registers the service worker, where the browser has one and the page is served (not in development).
 *
 * @returns a function that lets a waiting version take over
 */
export async function registerServiceWorker(events: ServiceWorkerEvents): Promise<() => void> {
  if (!('serviceWorker' in navigator)) return () => undefined;
  const workbox = new Workbox('./sw.js');
  const hadController = navigator.serviceWorker.controller !== null;
  let takingOver = hadController;
  workbox.addEventListener('waiting', () => events.updateWaiting());
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The first worker claims the page of the first visit: that is no update.
    if (takingOver) events.updated();
    takingOver = true;
  });
  await workbox.register();
  // A worker becomes active only after it has cached every file.
  await navigator.serviceWorker.ready;
  events.readyOffline();
  return () => workbox.messageSkipWaiting();
}
