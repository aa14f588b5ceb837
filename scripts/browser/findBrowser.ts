import { installedBrowserPaths, packageManagers, type PackageManager } from './browserCandidates.ts';
import { systemProbes } from './systemProbes.ts';

/** Everything the search for a browser asks of the machine, so that a test can answer instead. */
export interface BrowserProbes {
  platform: NodeJS.Platform;
  environment: Record<string, string | undefined>;
  isRoot: boolean;
  exists(path: string): boolean;
  /** Starts the browser headless and closes it again; why it could not be started, or null. */
  whyNotStarting(path: string): Promise<string | null>;
  /** Where Playwright keeps the browser it downloads, whether it is there or not. */
  playwrightPath(): string;
  /** Downloads Playwright's own browser; why that failed, or null. */
  downloadPlaywright(): Promise<string | null>;
  hasCommand(name: string): boolean;
  /** Runs the commands of a package manager; why that failed, or null. */
  install(manager: PackageManager): Promise<string | null>;
  say(line: string): void;
}

const advice = `Do one of these, then try again:
  - install Google Chrome, Chromium or Microsoft Edge (on Debian or Ubuntu: sudo apt-get install chromium)
  - or let Playwright download one: npx playwright install --with-deps chromium
  - or name one that is installed elsewhere: FIELDSIFT_BROWSER=/path/to/chrome npm test`;

/**
 * Finds a browser that starts: the one that FIELDSIFT_BROWSER names, an installed one, Playwright's own, one that
 * Playwright downloads, one that the system's package manager installs.
 *
 * @returns the path of its executable
 * @throws Error that lists what was tried and says what to do
 */
export async function findBrowser(probes: BrowserProbes = systemProbes()): Promise<string> {
  const tried: string[] = [];

  const firstThatStarts = async (paths: string[]): Promise<string | null> => {
    for (const path of paths) {
      if (!probes.exists(path)) continue;
      const reason = await probes.whyNotStarting(path);
      if (reason === null) return path;
      tried.push(`${path} does not start: ${reason}`);
    }
    return null;
  };

  const named = probes.environment['FIELDSIFT_BROWSER'];
  if (named) {
    if (!probes.exists(named)) throw new Error(`FIELDSIFT_BROWSER names "${named}", which does not exist.`);
    const reason = await probes.whyNotStarting(named);
    if (reason !== null)
      throw new Error(`FIELDSIFT_BROWSER names "${named}", which does not start: ${reason}`);
    return named;
  }

  const installedPaths = installedBrowserPaths(probes.platform, probes.environment);
  const found = await firstThatStarts([...installedPaths, probes.playwrightPath()]);
  if (found !== null) return found;
  if (tried.length === 0) tried.push('No installed Chrome, Chromium or Edge, and none of Playwright.');

  probes.say("No browser found: downloading Playwright's Chromium (at most 3 minutes)…");
  const downloadFailure = await probes.downloadPlaywright();
  if (downloadFailure === null) {
    const downloaded = await firstThatStarts([probes.playwrightPath()]);
    if (downloaded !== null) return downloaded;
  } else {
    tried.push(`Playwright's download failed: ${downloadFailure}`);
  }

  for (const manager of packageManagers) {
    if (!probes.hasCommand(manager.name)) continue;
    if (!probes.isRoot) {
      tried.push(`${manager.name} was not asked, because that needs root.`);
      continue;
    }
    probes.say(`Installing Chromium with ${manager.name}…`);
    const installFailure = await probes.install(manager);
    tried.push(
      installFailure === null
        ? `${manager.name} installed Chromium, but it is in none of the usual places.`
        : `${manager.name} failed: ${installFailure}`,
    );
    const installed = await firstThatStarts([...installedPaths, probes.playwrightPath()]);
    if (installed !== null) return installed;
  }

  const reasons = [...new Set(tried)].map((line) => `  - ${line}`).join('\n');
  throw new Error(`No browser to run the page in.\nTried:\n${reasons}\n${advice}`);
}
