import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type LaunchOptions,
  type Page,
} from 'playwright';
import { chromiumArguments } from '../browser/chromiumArguments.ts';
import { findBrowser } from '../browser/findBrowser.ts';
import { repositoryRoot } from '../packageCommand.ts';
import { startStaticServer, type StaticServer } from '../staticServer.ts';
import { watchPage, type PageRecord } from './pageRecord.ts';

/** Everything that pages keep in a browser, except files. */
export type KeptData = Awaited<ReturnType<BrowserContext['storageState']>>;

export interface AppWindowOptions {
  /** A folder that keeps the browser's data; without it they are gone at the end. */
  profile?: string;
  /** A browser that runs already: the window shares it, with data of its own in memory. Leaves `profile` aside. */
  browser?: Browser;
  /** What an earlier window kept, at whatever address; only with `browser`. */
  kept?: KeptData;
  /** Data are kept per address: the same profile needs the same port again. */
  port?: number;
  base?: string;
  /** The built app, when it is not in `dist/`. */
  root?: string;
  /** False imitates a host without security headers. */
  headers?: boolean;
  headed?: boolean;
  /** Further flags for the browser. */
  browserArguments?: readonly string[];
  viewport?: { width: number; height: number };
  /** What the user's system prefers, from the first paint on. Default: light. */
  colorScheme?: 'light' | 'dark';
  /** What the user's system prefers: 'reduce' keeps everything still. */
  reducedMotion?: 'reduce' | 'no-preference';
}

/** The production build, served and opened in a browser of its own. */
export interface AppWindow {
  page: Page;
  context: BrowserContext;
  server: StaticServer;
  /** Everything that should not have happened: console errors, uncaught errors, requests to other hosts. */
  record: PageRecord;
  close(): Promise<void>;
}

let browserPath: Promise<string> | undefined;

/** Options for a browser that ends with the process that started it. @param further arguments of Chromium */
export async function browserOptions(further: readonly string[] = []): Promise<LaunchOptions> {
  browserPath ??= findBrowser();
  return {
    executablePath: await browserPath,
    // Measuring memory waits for the next garbage collection otherwise, which may be a minute away.
    args: [...chromiumArguments, '--enable-blink-features=ForceEagerMeasureMemory', ...further],
    // Whoever opened it closes it; a browser whose pipe breaks ends by itself.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
}

/** A browser of its own, with the data of a folder or of a temporary one. */
async function ownContext(
  options: AppWindowOptions,
  looks: BrowserContextOptions,
  cleanUps: (() => Promise<unknown>)[],
): Promise<BrowserContext> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'fieldsift-profile-')));
  if (options.profile === undefined) {
    cleanUps.push(() => rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  }
  return chromium.launchPersistentContext(profile, {
    ...(await browserOptions(options.browserArguments)),
    ...looks,
    headless: options.headed !== true,
  });
}

/** Opens the built app in Chromium with nothing of an earlier visit, or with that of the profile. */
export async function openAppWindow(options: AppWindowOptions = {}): Promise<AppWindow> {
  const cleanUps: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
  };
  try {
    const server = await startStaticServer({ root: join(repositoryRoot, 'dist'), ...options });
    cleanUps.push(() => server.close());
    const looks: BrowserContextOptions = {
      viewport: options.viewport ?? { width: 1280, height: 800 },
      colorScheme: options.colorScheme ?? 'light',
      reducedMotion: options.reducedMotion ?? 'no-preference',
    };
    const origins = options.kept?.origins.map((each) => ({ ...each, origin: new URL(server.url).origin }));
    const storageState = { cookies: [], origins: origins ?? [] };
    const context = await (options.browser?.newContext({ ...looks, storageState }) ??
      ownContext(options, looks, cleanUps));
    cleanUps.push(() => context.close());
    const record = watchPage(context, new URL(server.url).origin);
    const page = context.pages()[0] ?? (await context.newPage());
    const response = await page.goto(server.url);
    if (response && !response.ok())
      throw new Error(`The built app is not there: ${response.status()} for ${server.url}`);
    return { page, context, server, record, close };
  } catch (error) {
    await close();
    throw error;
  }
}
