import type { AppWindow } from '../sift/appWindow.ts';

/** Kills the browser without a warning, as a power cut would, and waits until it is gone. */
export async function killBrowser(app: AppWindow): Promise<void> {
  const session = await app.context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('the browser cannot be asked for its processes');
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const browser = processInfo.find(({ type }) => type === 'browser');
  if (!browser) throw new Error('the browser names no main process');
  const gone = new Promise((resolve) => app.context.once('close', resolve));
  process.kill(browser.id, 'SIGKILL');
  await gone;
  await app.close();
}
