import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { packageCommand, repositoryRoot } from './packageCommand.ts';

// Walls are only real if an error trips them: these tests plant errors in a small copy of the layout.
const configuration = [
  '.dependency-cruiser.cjs',
  'tsconfig.base.json',
  'tsconfig.core.json',
  'tsconfig.page.json',
];
const folders: string[] = [];
afterAll(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

/** A folder inside the repository, so that packages are found, with the real configuration and planted files. */
function plant(files: Record<string, string>): string {
  const parent = join(repositoryRoot, '.cache');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'walls-'));
  folders.push(folder);
  for (const name of configuration) copyFileSync(join(repositoryRoot, name), join(folder, name));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

function run(folder: string, command: string[]): { exitCode: number | null; output: string } {
  const [program = '', ...parameters] = command;
  const environment = { ...process.env, NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync(program, parameters, {
    cwd: folder,
    encoding: 'utf8',
    env: environment,
  });
  return { exitCode: status, output: stdout + stderr };
}

const cruise = (files: Record<string, string>) =>
  run(plant(files), [...packageCommand('dependency-cruiser', 'depcruise'), 'src', '--output-type', 'err']);
const typecheckCore = (files: Record<string, string>) =>
  run(plant(files), [...packageCommand('typescript', 'tsc'), '-p', 'tsconfig.core.json']);

const name = "export const name = 'planted';\n";
const component = (path: string) =>
  `<script lang="ts">\n  import { name } from '${path}';\n</script>\n<p>{name}</p>\n`;

describe('imports', { timeout: 60_000 }, () => {
  test('a clean layout passes, with a component', () => {
    const files = {
      'src/core/files/name.ts': name,
      'src/core/models/name.ts': "import '../files/name.ts';\n",
      'src/words/name.ts': "import '../core/models/name.ts';\nexport type Words = string;\n",
      'src/core/models/said.ts':
        "import type { Words } from '../../words/name.ts';\nexport type Said = Words;\n",
      'src/storage/again.ts': "import '../core/models/said.ts';\n",
      'src/pages/run/name.ts': "import '../../storage/again.ts';\nexport const name = '';\n",
      'src/pages/run/Name.svelte': component('./name.ts'),
    };
    expect(cruise(files)).toMatchObject({ exitCode: 0 });
  });

  // Each planted file breaks the rule it stands for, by importing what is on the right.
  const planted: [file: string, rule: string, imported: string][] = [
    ['src/core/up.ts', 'core-imports-upward', '../pages/name.ts'],
    ['src/core/upToComponent.ts', 'core-imports-upward', '../pages/Name.svelte'],
    ['src/core/files/up.ts', 'files-imports-upward', '../models/name.ts'],
    ['src/core/survey/up.ts', 'survey-imports-upward', '../exchange/name.ts'],
    ['src/core/speaks.ts', 'core-has-no-words', '../words/name.ts'],
    ['src/platform/up.ts', 'platform-imports-upward', '../storage/name.ts'],
    ['src/storage/up.ts', 'storage-imports-upward', '../workers/name.ts'],
    ['src/workers/up.ts', 'workers-imports-upward', '../pages/name.ts'],
    ['src/pages/up.svelte.ts', 'pages-imports-upward', '../app/name.ts'],
    ['src/pages/Shortcut.svelte', 'components-ask-state', '../storage/name.ts'],
    ['src/app/App.svelte', 'components-ask-state', '../workers/name.ts'],
    ['src/core/node.ts', 'core-is-pure', 'node:fs'],
    ['src/core/packages.ts', 'core-is-pure', 'exifr'],
    ['src/pages/database.ts', 'idb-only-in-storage', 'idb'],
    ['src/workers/runtime.ts', 'onnxruntime-only-in-platform', 'onnxruntime-web/wasm'],
    ['src/platform/times.ts', 'exifr-only-for-all-camera-data', 'exifr'],
    ['src/pages/comlink.ts', 'comlink-only-at-worker-edges', 'comlink'],
    ['src/core/circle.ts', 'no-circular', './otherHalf.ts'],
    ['src/core/lost.ts', 'not-to-unresolvable', './nowhere.ts'],
  ];
  const files: Record<string, string> = {
    'src/core/otherHalf.ts': "import './circle.ts';\n",
    'src/core/alone.ts': name,
    'src/pages/Name.svelte': '<p></p>\n',
  };
  for (const place of ['core/models', 'core/exchange', 'words', 'storage', 'workers', 'pages', 'app'])
    files[`src/${place}/name.ts`] = name;
  for (const [file, , imported] of planted) {
    files[file] = file.endsWith('.svelte') ? component(imported) : `import '${imported}';\n`;
  }
  let output = '';

  test('planted errors fail the check', () => {
    const result = cruise(files);
    output = result.output;
    expect(result.exitCode).not.toBe(0);
  });

  test.each(planted)('%s breaks %s', (file, rule) => {
    expect(output).toContain(`error ${rule}: ${file} → `);
  });

  test('a file that nothing imports is an orphan', () => {
    expect(output).toContain('error no-orphans: src/core/alone.ts');
  });
});

describe('types of core', { timeout: 60_000 }, () => {
  test('pure code passes', () => {
    expect(typecheckCore({ 'src/core/name.ts': name })).toEqual({ exitCode: 0, output: '' });
  });

  test('neither the page, the worker nor Node.js exists there', () => {
    const foreign = ['document.title', 'indexedDB.cmp(1, 2)', 'fetch("/")', 'process.env', 'postMessage(1)'];
    const lines = foreign.map((expression, index) => `export const planted${index} = ${expression};\n`);
    const { exitCode, output } = typecheckCore({ 'src/core/planted.ts': lines.join('') });
    expect(exitCode).not.toBe(0);
    for (const index of foreign.keys()) {
      expect(output).toMatch(
        new RegExp(`planted\\.ts\\(${index + 1},\\d+\\): error TS\\d+: Cannot find name`),
      );
    }
  });
});
