import { describe, expect, test } from 'vitest';
import { installedBrowserPaths } from './browserCandidates.ts';
import { findBrowser, type BrowserProbes } from './findBrowser.ts';

const playwrightPath = '/home/someone/.cache/ms-playwright/chromium-1/chrome';

interface Machine {
  platform?: NodeJS.Platform;
  environment?: Record<string, string>;
  isRoot?: boolean;
  /** Executables that are there, and why each does not start. */
  browsers?: Record<string, string | null>;
  commands?: string[];
  /** What a download or an install brings; a string is why it fails. */
  download?: Record<string, string | null> | string;
  install?: Record<string, string | null> | string;
}

function machine(given: Machine): { probes: BrowserProbes; done: string[] } {
  const browsers: Record<string, string | null> = { ...given.browsers };
  const done: string[] = [];
  const bring = (name: string, what: Machine['download'] = 'no network') => {
    done.push(name);
    if (typeof what === 'string') return Promise.resolve(what);
    Object.assign(browsers, what);
    return Promise.resolve(null);
  };
  const probes: BrowserProbes = {
    platform: given.platform ?? 'linux',
    environment: { PATH: '/usr/local/bin:/usr/bin', ...given.environment },
    isRoot: given.isRoot ?? false,
    exists: (path) => path in browsers,
    whyNotStarting: (path) => {
      done.push(`start ${path}`);
      return Promise.resolve(browsers[path] ?? null);
    },
    playwrightPath: () => playwrightPath,
    downloadPlaywright: () => bring('download', given.download),
    hasCommand: (name) => given.commands?.includes(name) ?? false,
    install: (manager) => bring(`install ${manager.name}`, given.install),
    say: () => undefined,
  };
  return { probes, done };
}

const chromium = '/usr/bin/chromium';

describe('the order of the search', () => {
  test('FIELDSIFT_BROWSER comes first', async () => {
    const { probes } = machine({
      environment: { FIELDSIFT_BROWSER: '/opt/mine' },
      browsers: { '/opt/mine': null, [chromium]: null },
    });
    expect(await findBrowser(probes)).toBe('/opt/mine');
  });

  test.each([
    [{ [chromium]: null }, 'which does not exist'],
    [
      { [chromium]: null, '/opt/mine': 'libnss3.so is missing' },
      'which does not start: libnss3.so is missing',
    ],
  ])('a wrong FIELDSIFT_BROWSER is an error, not passed over', async (browsers, message) => {
    const { probes } = machine({ environment: { FIELDSIFT_BROWSER: '/opt/mine' }, browsers });
    await expect(findBrowser(probes)).rejects.toThrow(message);
  });

  test('an installed one before that of Playwright', async () => {
    const { probes, done } = machine({ browsers: { [chromium]: null, [playwrightPath]: null } });
    expect(await findBrowser(probes)).toBe(chromium);
    expect(done).toEqual([`start ${chromium}`]);
  });

  test('one that is on PATH only', async () => {
    const { probes } = machine({ browsers: { '/usr/local/bin/chromium': null } });
    expect(await findBrowser(probes)).toBe('/usr/local/bin/chromium');
  });

  test('one that does not start is passed over', async () => {
    const { probes } = machine({
      browsers: { '/usr/bin/chromium-browser': 'a snap', [playwrightPath]: null },
    });
    expect(await findBrowser(probes)).toBe(playwrightPath);
  });

  test('a download before the package manager', async () => {
    const { probes, done } = machine({
      isRoot: true,
      commands: ['apt-get'],
      download: { [playwrightPath]: null },
    });
    expect(await findBrowser(probes)).toBe(playwrightPath);
    expect(done).toEqual(['download', `start ${playwrightPath}`]);
  });

  test('the package manager when the download fails or brings a browser that does not start', async () => {
    for (const download of ['no network', { [playwrightPath]: 'libnss3.so is missing' }]) {
      const { probes, done } = machine({
        isRoot: true,
        commands: ['apk'],
        download,
        install: { [chromium]: null },
      });
      expect(await findBrowser(probes)).toBe(chromium);
      expect(done).toContain('install apk');
    }
  });

  test('a library that the package manager brought lets the downloaded one start', async () => {
    const { probes } = machine({
      isRoot: true,
      commands: ['apt-get'],
      browsers: { [playwrightPath]: 'libnss3.so is missing' },
      install: { [playwrightPath]: null },
    });
    expect(await findBrowser(probes)).toBe(playwrightPath);
  });
});

test('when nothing works it says what was tried and what to do', async () => {
  const { probes, done } = machine({ commands: ['apt-get'], browsers: { [chromium]: 'not a program' } });
  const error = await findBrowser(probes).catch((reason: unknown) => String(reason));
  expect(error).toMatch(/\/usr\/bin\/chromium does not start: not a program/);
  expect(error).toMatch(/download failed: no network/);
  expect(error).toMatch(/apt-get was not asked, because that needs root/);
  expect(error).toMatch(/npx playwright install --with-deps chromium/);
  expect(error).toMatch(/FIELDSIFT_BROWSER=/);
  expect(done).not.toContain('install apt-get');
});

describe('usual places', () => {
  test('on macOS, also below the home folder', () => {
    const paths = installedBrowserPaths('darwin', { HOME: '/Users/someone' });
    expect(paths[0]).toBe('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    expect(paths).toContain('/Users/someone/Applications/Chromium.app/Contents/MacOS/Chromium');
  });

  test('on Windows, with its own separators', () => {
    const paths = installedBrowserPaths('win32', {
      PROGRAMFILES: 'C:\\Program Files',
      Path: 'C:\\bin;D:\\tools',
    });
    expect(paths).toContain('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe');
    expect(paths).toContain('D:\\tools\\msedge.exe');
  });

  test('each path once', () => {
    const paths = installedBrowserPaths('linux', { PATH: '/usr/bin:/usr/bin' });
    expect(new Set(paths).size).toBe(paths.length);
  });
});
