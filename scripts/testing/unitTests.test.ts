import { expect, test } from 'vitest';
import { ImportGraph } from './importGraph.ts';
import { needsOf } from './unitTests.ts';

const needs = (files: Record<string, string>) =>
  needsOf('src/a/one.test.ts', new ImportGraph((path) => files[path] ?? null));

test('a plain test shares its process and runs in one time zone', () => {
  expect(needs({ 'src/a/one.test.ts': "import { one } from './one.ts';", 'src/a/one.ts': '' })).toEqual({
    alone: false,
    zones: false,
  });
});

test.each([
  ["import { one } from './one.ts';"],
  ["import './one.ts';"],
  ["const { one } = await import('./one.ts');"],
  ["import {\n  type One,\n  one,\n} from './one.ts';"],
  ["export { one } from '../a/one.ts';"],
  ["new Worker(new URL('./one.ts', import.meta.url));"],
  ["import text from './one.ts?raw';"],
])('a test that loads a clock through another file runs in both time zones: %s', (load) => {
  const files = {
    'src/a/one.test.ts': load,
    'src/a/one.ts': "import { clock } from '../b/clock.ts';",
    'src/b/clock.ts': "import '../a/one.ts';\nexport const clock = () => new Date();",
  };
  expect(needs(files).zones).toBe(true);
});

test.each([
  ["import 'fake-indexeddb/auto';", false],
  ['', true],
])('only a property test of the whole app leaves the second time zone out: %s', (load, zones) => {
  const path = 'src/a/one.property.test.ts';
  const graph = new ImportGraph((file) => (file === path ? `${load}new Date();` : null));
  expect(needsOf(path, graph).zones).toBe(zones);
});

test('a type and a comment load nothing', () => {
  const files = {
    'src/a/one.test.ts': "import type { Clock } from './clock.ts';\n// new Date()\n/* fake-indexeddb */",
    'src/a/clock.ts': 'new Date()',
  };
  expect(needs(files)).toEqual({ alone: false, zones: false });
});

test.each([
  ["import 'fake-indexeddb/auto';"],
  ["vi.stubGlobal('Worker', undefined);"],
  ['vi.useFakeTimers();'],
  ["vi.mock('./one.ts');"],
  ["import { fake } from '../../tests/helpers/fake.ts';"],
  ['globalThis.navigator = fake;'],
  ["process.env['HOME'] = '/';"],
  ["process.chdir('/');"],
])('a test that changes what files share has a process of its own: %s', (text) => {
  const files = {
    'src/a/one.test.ts': text,
    'tests/helpers/fake.ts': "Object.defineProperty(globalThis, 'navigator', {});",
  };
  expect(needs(files).alone).toBe(true);
});

test('reading what files share, mock functions and spies need no process of their own', () => {
  const text =
    "if (globalThis.name === 'a') vi.fn(); vi.spyOn(console, 'log'); const e = { ...process.env, a: 1 };";
  expect(needs({ 'src/a/one.test.ts': text }).alone).toBe(false);
});

test('each project of unit tests lives in the time zone that it was given', () => {
  expect(['America/Los_Angeles', 'Asia/Kathmandu']).toContain(process.env['TZ']);
  expect(new Intl.DateTimeFormat().resolvedOptions().timeZone.replace('Katmandu', 'Kathmandu')).toBe(
    process.env['TZ'],
  );
});
