import type { Fieldsift } from '../../src/pages/shell/fieldsift.svelte.ts';
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

/** More turns than any step takes, also on a busy machine. */
const mostTurns = 5000;

/** A turn of the event loop. */
export const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

/** Waits until tabs have nothing to do, and until they heard of each other. */
export async function still(apps: readonly Fieldsift[]): Promise<void> {
  for (let calm = 0, turns = 0; calm < 3; turns += 1) {
    await turn();
    if (turns > mostTurns) throw new Error(`never at rest: ${apps.map(({ run }) => run.phase).join()}`);
    const isBusy = ({ run, intake, survey }: Fieldsift): boolean =>
      run.phase === 'sifting' || intake.reading !== null || !survey.keeper.isIdle;
    calm = apps.some(isBusy) ? 0 : calm + 1;
  }
}
