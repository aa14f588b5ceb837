import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killBrowser } from '../../scripts/browser/killBrowser.ts';
import { openAppWindow, type AppWindow } from '../../scripts/sift/appWindow.ts';
import { prepare } from '../../scripts/sift/door.ts';

/** The visits of one person: what the browser keeps is there again at the next one, however the last one ended. */
export class Visits {
  readonly profile: string;
  readonly #root: string | undefined;
  readonly #port: number | undefined;
  #app: AppWindow | null = null;

  private constructor(profile: string, root: string | undefined, port: number | undefined) {
    this.profile = profile;
    this.#root = root;
    this.#port = port;
  }

  /** @param root the built app, when it is not in `dist/` */
  static async begin(root?: string): Promise<Visits> {
    const profile = await mkdtemp(join(tmpdir(), 'fieldsift-kill-'));
    const first = await openAppWindow({ profile, ...(root === undefined ? {} : { root }) });
    // What is kept belongs to one address, so the port stays that of the first time.
    const visits = new Visits(profile, root, first.server.port);
    visits.#app = first;
    await prepare(first.page, {});
    return visits;
  }

  /** The window that is open. @throws Error between two visits */
  get app(): AppWindow {
    if (!this.#app) throw new Error('No window is open.');
    return this.#app;
  }

  /** Opens the page again and waits until it has brought back what was kept. @throws Error when it does not start */
  async open(): Promise<AppWindow> {
    this.#app = await openAppWindow({
      profile: this.profile,
      ...(this.#port === undefined ? {} : { port: this.#port }),
      ...(this.#root === undefined ? {} : { root: this.#root }),
    });
    await prepare(this.#app.page, {});
    return this.#app;
  }

  /** Kills the browser, without a warning, and opens it again. */
  async kill(): Promise<AppWindow> {
    await killBrowser(this.app);
    return this.open();
  }

  /** Puts all that the browser keeps back to a copy, which is used up. Only between two visits. */
  async restore(copy: string): Promise<void> {
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    await rename(copy, this.profile);
  }

  /** Closes the browser as a person does. */
  async close(): Promise<void> {
    await this.#app?.close();
    this.#app = null;
  }

  async end(): Promise<void> {
    await this.close();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
