import { openAppWindow, type AppWindow, type AppWindowOptions } from '../../scripts/sift/appWindow.ts';

export { dropFolders } from '../../scripts/sift/drop.ts';
export type { AppWindow, AppWindowOptions } from '../../scripts/sift/appWindow.ts';

/**
 * Opens the production build in a headless browser and waits until it has brought back what was kept.
 * Close it in the test's clean-up.
 */
export async function launchApp(options: AppWindowOptions = {}): Promise<AppWindow> {
  const app = await openAppWindow(options);
  await app.page.waitForFunction(() => window.fieldsift !== undefined);
  await app.page.evaluate(() => window.fieldsift?.ready);
  return app;
}
