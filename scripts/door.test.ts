import { readFileSync } from 'node:fs';
import { Linter } from 'eslint';
import { expect, it } from 'vitest';

const door = readFileSync('public/door.js', 'utf8');

it('the script that speaks to old browsers can be read by them', () => {
  const found = new Linter().verify(door, [{ languageOptions: { ecmaVersion: 5, sourceType: 'script' } }]);
  expect(found).toEqual([]);
});

it('the versions it names are those of the README', () => {
  const versionOf = (browser: string): string =>
    new RegExp(`${browser}: '([^']+)'`).exec(door)?.[1] ?? 'none';
  const readme = readFileSync('README.md', 'utf8').replace(/\s+/g, ' ');
  expect(readme).toContain(
    `Chrome and Edge from version ${versionOf('chrome')}, Firefox from ${versionOf('firefox')} and Safari from ${versionOf('safari')};`,
  );
});
