import { chromium, type Browser } from 'playwright';
import {
  browserOptions,
  openAppWindow,
  type AppWindow,
  type AppWindowOptions,
  type KeptData,
} from '../../scripts/sift/appWindow.ts';
import { finishRun } from './run.ts';

export { dropFolders } from '../../scripts/sift/drop.ts';
export type { AppWindow, AppWindowOptions } from '../../scripts/sift/appWindow.ts';

/** The browser of this process: tests get a context each, with data of its own. */
let shared: Promise<Browser> | undefined;

async function sharedBrowser(): Promise<Browser> {
  const known = await shared;
  if (known?.isConnected()) return known;
  shared = browserOptions().then((options) => chromium.launch(options));
  return shared;
}

/**
 * Opens the production build in a headless browser and waits until it has brought back what was kept.
 * Close it in the test's clean-up. A profile, or flags, mean a browser of its own.
 */
export async function launchApp(options: AppWindowOptions = {}): Promise<AppWindow> {
  const isOwn = options.profile !== undefined || options.browserArguments !== undefined;
  const app = await openAppWindow(isOwn ? options : { browser: await sharedBrowser(), ...options });
  await app.page.waitForFunction(() => window.fieldsift !== undefined);
  await app.page.evaluate(() => window.fieldsift?.ready);
  return app;
}

/** What the app keeps once the samples are sifted; they are sifted once in this process. */
let samples: Promise<KeptData> | undefined;

async function siftSamples(): Promise<KeptData> {
  const app = await launchApp();
  try {
    await app.page.getByRole('button', { name: 'Try it with sample photos' }).click();
    await finishRun(app.page);
    return await app.context.storageState({ indexedDB: true });
  } finally {
    await app.close();
  }
}

/** Opens the app as it is at the next visit after the sample photos were sifted. */
export async function launchSifted(options: AppWindowOptions = {}): Promise<AppWindow> {
  samples ??= siftSamples();
  const app = await launchApp({ ...options, kept: await samples });
  await finishRun(app.page);
  return app;
}
