import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

interface Package {
  name: string;
  version: string;
  license?: string;
  author?: string | { name?: string };
  dependencies?: Record<string, string>;
}

/** What is in the app beside what it depends on: its components' runtime, parts of the service worker and of the model runtime. */
const builtIn = [
  'svelte',
  'clsx',
  'esm-env',
  'onnxruntime-common',
  'workbox-core',
  'workbox-precaching',
  'workbox-routing',
  'workbox-window',
];
/** Only parts of these are in the app; what these parts depend on is named above. */
const withoutTheirs = new Set(['svelte', 'onnxruntime-web']);

/** The text of the MIT licence, for packages that say they are under it and bring no file. */
const mit = (holder: string): string => `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** Holders of packages whose files name none. */
const holders: Record<string, string> = {
  'onnxruntime-web': 'Microsoft Corporation',
  'onnxruntime-common': 'Microsoft Corporation',
};

function read(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** @throws Error for a package whose licence has no text: it may not be shipped before somebody has looked */
function licenceText(folder: string, { name, license, author }: Package): string {
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|notice|copying)/i.test(file));
  if (files.length > 0) {
    return files
      .sort()
      .map((file) => readFileSync(join(folder, file), 'utf8').trim())
      .join('\n\n');
  }
  const holder = holders[name] ?? (typeof author === 'string' ? author : author?.name);
  if (license === 'MIT' && holder !== undefined) return mit(holder);
  throw new Error(`${name} has no licence text: add its holder to scripts/notices.ts`);
}

/**
 * The name, version and licence text of every package that is in the built app.
 *
 * @param root the folder of `package.json` and `node_modules`
 */
export function thirdPartyNotices(root: string): string {
  const found = new Map<string, string>();
  const add = (name: string): void => {
    if (found.has(name) || name.startsWith('@types/')) return;
    const folder = join(root, 'node_modules', name);
    const about = read(join(folder, 'package.json')) as Package;
    const text = licenceText(folder, about);
    found.set(name, `${name} ${about.version} (${about.license ?? 'see below'})\n\n${text}`);
    if (!withoutTheirs.has(name)) Object.keys(about.dependencies ?? {}).forEach(add);
  };
  const { dependencies = {} } = read(join(root, 'package.json')) as Package;
  [...Object.keys(dependencies), ...builtIn].forEach(add);
  const notices = [...found].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, notice]) => notice);
  const line = `\n\n${'-'.repeat(80)}\n\n`;
  return `Fieldsift contains the following software of others.${line}${notices.join(line)}\n`;
}

/** Puts the licence of the app and the notices of what it contains beside its pages. */
export function noticesBeside(root: string): Plugin {
  return {
    name: 'third-party-notices',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY.txt', source: thirdPartyNotices(root) });
      const source = readFileSync(join(root, 'LICENSE'), 'utf8');
      this.emitFile({ type: 'asset', fileName: 'LICENSE.txt', source });
    },
  };
}
