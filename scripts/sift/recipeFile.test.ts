import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readRecipe } from './recipeFile.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldsift-recipe-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function pack(path: string, id: string, version = '1'): Promise<void> {
  await mkdir(join(folder, path), { recursive: true });
  await writeFile(join(folder, path, 'manifest.json'), JSON.stringify({ id, version }));
}

async function recipe(...models: object[]): Promise<string> {
  const file = join(folder, 'both', 'recipe.json');
  const head = { schemaVersion: 1, id: 'both', version: '1', name: 'Both' };
  await mkdir(join(folder, 'both'), { recursive: true });
  await writeFile(file, JSON.stringify({ ...head, kind: 'ensemble', models }));
  return file;
}

test('packs are found where their path says, else beside the file by id and version', async () => {
  await pack('elsewhere', 'north');
  await pack('both/old', 'south', '1');
  await pack('both/new', 'south', '2');
  const file = await recipe(
    { id: 'north', path: '../elsewhere' },
    { id: 'south', version: '2' },
    { id: 'lookout' },
  );
  expect((await readRecipe(file)).packs).toEqual([join(folder, 'elsewhere'), join(folder, 'both', 'new')]);
});

test('a path that leads nowhere, a missing file and a wrong recipe are told', async () => {
  const file = await recipe({ id: 'north', path: 'gone' }, { id: 'south' });
  await expect(readRecipe(file)).rejects.toThrow('there is no pack at');
  await expect(readRecipe(join(folder, 'recipe.json'))).rejects.toThrow('does not exist');
  await expect(readRecipe(await recipe({ id: 'north' }))).rejects.toThrow('at least two models');
});
