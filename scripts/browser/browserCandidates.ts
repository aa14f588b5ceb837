import { posix, win32 } from 'node:path';

const linuxPaths = [
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/usr/bin/microsoft-edge-stable',
  '/usr/bin/microsoft-edge',
  '/opt/microsoft/msedge/msedge',
];

const macApplications = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

const commandNames = [
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
];

function onPath(platform: NodeJS.Platform, searchPath: string): string[] {
  const path = platform === 'win32' ? win32 : posix;
  const folders = searchPath.split(path.delimiter).filter((folder) => folder !== '');
  const ending = platform === 'win32' ? '.exe' : '';
  return commandNames.flatMap((name) => folders.map((folder) => path.join(folder, name + ending)));
}

/** Every path at which an installed Chrome, Chromium or Edge may lie, likeliest first, each once. */
export function installedBrowserPaths(
  platform: NodeJS.Platform,
  environment: Record<string, string | undefined>,
): string[] {
  const usual: string[] = [];
  if (platform === 'darwin') {
    const folders = [
      '/Applications',
      ...(environment['HOME'] ? [`${environment['HOME']}/Applications`] : []),
    ];
    usual.push(
      ...folders.flatMap((folder) => macApplications.map((application) => `${folder}/${application}`)),
    );
  } else if (platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => environment[name]);
    for (const folder of folders) {
      if (folder) usual.push(...windowsPrograms.map((program) => win32.join(folder, program)));
    }
  } else {
    usual.push(...linuxPaths);
  }
  return [...new Set([...usual, ...onPath(platform, environment['PATH'] ?? environment['Path'] ?? '')])];
}

/** One way to install Chromium with the system's own package manager: commands to run one after the other. */
export interface PackageManager {
  name: string;
  commands: string[][];
}

/** The package managers that are tried, as root, when no browser is to be had otherwise. */
export const packageManagers: PackageManager[] = [
  {
    name: 'apt-get',
    commands: [
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
    ],
  },
  { name: 'apk', commands: [['apk', 'add', '--no-cache', 'chromium']] },
  { name: 'dnf', commands: [['dnf', 'install', '-y', 'chromium']] },
];
