import { fakeOriginFiles } from './fakeOriginFiles.ts';

type Ended = () => void;

const remembered = new Map<string, string>();
let opening: Ended[] | null = null;

/** A channel that ends with its tab. */
class ChannelOfTab extends BroadcastChannel {
  constructor(name: string) {
    super(name);
    opening?.push(() => this.close());
  }
}

/** Puts what a page finds in a browser in the place of what Node does not have: everything but pixels and workers. */
export function fakeBrowser(): void {
  fakeOriginFiles();
  const listens = { addEventListener: () => undefined, removeEventListener: () => undefined };
  const page = {
    ...listens,
    BroadcastChannel: ChannelOfTab,
    OffscreenCanvas: () => undefined,
    document: { ...listens, visibilityState: 'visible', documentElement: {} },
    history: { state: null, replaceState: () => undefined },
    location: { hash: '', host: 'localhost' },
    isSecureContext: true,
    localStorage: {
      getItem: (key: string) => remembered.get(key) ?? null,
      setItem: (key: string, text: string) => void remembered.set(key, text),
    },
  };
  Object.assign(navigator.storage, { persist: () => Promise.resolve(true) });
  Object.assign(navigator, { hardwareConcurrency: 1, language: 'en', languages: ['en'], onLine: true });
  for (const [name, value] of Object.entries(page))
    Object.defineProperty(globalThis, name, { configurable: true, writable: true, value });
}

/** Forgets what pages remember beside the database. */
export function forgetAll(): void {
  remembered.clear();
}

/**
 * Makes what belongs to one tab.
 *
 * @returns it, and what ends the tab as a browser does: at once, and without a word
 */
export function openTab<App>(make: () => App): { app: App; end: Ended } {
  const ends: Ended[] = [];
  const every = globalThis.setInterval;
  opening = ends;
  globalThis.setInterval = ((work: () => void, wait: number) => {
    const timer = every(work, wait);
    ends.push(() => clearInterval(timer));
    return timer;
  }) as typeof setInterval;
  try {
    return { app: make(), end: () => ends.forEach((end) => end()) };
  } finally {
    opening = null;
    globalThis.setInterval = every;
  }
}
