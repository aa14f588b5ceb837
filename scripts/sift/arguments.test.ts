import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parseSiftArguments, UsageError } from './arguments.ts';

test('folders, settings and options', () => {
  const parsed = parseSiftArguments([
    'photos',
    'more/',
    'photos',
    '--out',
    'o',
    '--set',
    'gap=90',
    '--set',
    'person=0.1',
    '--timeout',
    '2.5',
    '--export',
    'camtrap-dp,gallery',
    '--import',
    'results.json',
    '--import',
    'package/',
  ]);
  expect(parsed).toEqual({
    folders: [resolve('photos'), resolve('more')],
    out: resolve('o'),
    packs: [],
    recipe: null,
    settings: { gap: '90', person: '0.1' },
    stations: null,
    truth: null,
    imports: [resolve('results.json'), resolve('package')],
    exports: ['camtrap-dp', 'gallery'],
    profile: null,
    headed: false,
    timeoutMinutes: 2.5,
    build: 'auto',
  });
});

test('packs for a recipe', () => {
  const argv = ['photos', '--out', 'o', '--pack', 'md', '--pack', 'deer', '--recipe', 'both/recipe.json'];
  expect(parseSiftArguments(argv)).toMatchObject({
    packs: [resolve('md'), resolve('deer')],
    recipe: resolve('both/recipe.json'),
  });
});

test.each([
  [[], 'at least one folder'],
  [['photos'], '--out'],
  [['photos', '--out', 'o', '--set', 'gap'], 'NAME=VALUE'],
  [['photos', '--out', 'o', '--set', '=5'], 'NAME=VALUE'],
  [['photos', '--out', 'o', '--timeout', 'soon'], 'number of minutes'],
  [['photos', '--out', 'o', '--timeout', '0'], 'number of minutes'],
  [['photos', '--out', 'o', '--pack', 'a', '--pack', 'b'], 'need a --recipe'],
  [['photos', '--out', 'o', '--build', '--no-build'], 'exclude each other'],
  [['photos', '--out', 'o', '--unheard-of'], 'unheard-of'],
])('%j is refused', (argv, message) => {
  const parsing = () => parseSiftArguments(argv);
  expect(parsing).toThrow(UsageError);
  expect(parsing).toThrow(message);
});
