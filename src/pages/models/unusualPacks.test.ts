import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packFiles, packManifest, sha256, constantModel, type PackFiles } from '../../../tests/fixtures/pack.ts';
import { bringPack } from '../../../tests/helpers/bringPack.ts';
import { droppedFolder } from '../../../tests/helpers/droppedFolder.ts';
import { fakeOriginFiles } from '../../../tests/helpers/fakeOriginFiles.ts';
import { closeDatabase } from '../../storage/database.ts';
import { listModels, removeModel } from '../../storage/modelRepository.ts';
import { labelsBeside } from './labelsBeside.ts';
import { folderContent } from './packFolder.ts';

const model = constantModel();
const text = packFiles()['manifest.json'] as string;

/** A pack whose manifest says something else, or leaves something out. */
function manifest(changes: Record<string, unknown>): string {
  return JSON.stringify(packManifest(model, changes));
}

function utf16(content: string): Uint8Array<ArrayBuffer> {
  const units = Uint16Array.from(`\uFEFF${content}`, (character) => character.charCodeAt(0));
  return new Uint8Array(units.buffer);
}

function withLabelFile(content: string): PackFiles {
  const labelFile = { path: 'labels.json', format: 'json', role: 'animal', roles: { person: 'person' } };
  return {
    'manifest.json': manifest({ labels: undefined, labelFile }),
    'model.onnx': model,
    'labels.json': content,
  };
}

const capitals = sha256(model).toUpperCase();
const file = { kind: 'model', bytes: model.length, sha256: capitals };

const unusual: [string, PackFiles][] = [
  ['a mark at the start of the manifest', { 'manifest.json': `\uFEFF${text}`, 'model.onnx': model }],
  ['a manifest in UTF-16, as Windows may save it', { 'manifest.json': utf16(text), 'model.onnx': model }],
  ['names in capitals', { 'MANIFEST.JSON': text, 'Model.ONNX': model }],
  [
    'what a Mac leaves on a card',
    { ...packFiles(), '._model.onnx': 'x', '._manifest.json': 'x', '.DS_Store': 'x' },
  ],
  [
    'a hash in capitals',
    { 'manifest.json': manifest({ files: [{ ...file, path: 'model.onnx' }] }), 'model.onnx': model },
  ],
  [
    'a path that starts with ./',
    { 'manifest.json': manifest({ files: [{ ...file, path: './model.onnx' }] }), 'model.onnx': model },
  ],
  [
    'the model in a folder of its own',
    {
      'manifest.json': manifest({ files: [{ ...file, path: 'weights/model.onnx' }] }),
      'Weights/model.onnx': model,
    },
  ],
  [
    'labels as a list of names',
    { 'manifest.json': manifest({ labels: ['animal', 'person'] }), 'model.onnx': model },
  ],
  [
    'labels by number',
    { 'manifest.json': manifest({ labels: { 1: 'person', 0: 'animal' } }), 'model.onnx': model },
  ],
  [
    'numbers by label',
    { 'manifest.json': manifest({ labels: { person: 1, animal: 0 } }), 'model.onnx': model },
  ],
  ['labels in a file of JSON', withLabelFile('{"0": "animal", "1": "person"}')],
];

beforeEach(() => void fakeOriginFiles());
afterEach(async () => {
  for (const { hash } of await listModels()) await removeModel(hash);
  await closeDatabase();
});

describe('an unusual pack is taken in as any other', () => {
  it.each(unusual)('%s', async (_, files) => {
    const content = await folderContent(droppedFolder(files));
    if (content.kind !== 'pack') throw new Error(`It is taken for ${content.kind}.`);
    const { manifest: kept } = await bringPack(content.source);
    expect(kept.labels.map(({ name, role }) => [name, role])).toEqual([
      ['animal', 'animal'],
      ['person', 'person'],
    ]);
  });

  it.each([
    ['a gap in the numbers', { 0: 'animal', 2: 'person' }, /"labels" must be a list of labels/],
    [
      'names and objects',
      ['animal', { name: 'person', role: 'person' }],
      /"labels\[0\]" must be an object with "name"/,
    ],
  ])('but not with labels that have %s', async (_, labels, message) => {
    const content = await folderContent(
      droppedFolder({ 'manifest.json': manifest({ labels }), 'model.onnx': model }),
    );
    if (content.kind !== 'pack') throw new Error(`It is taken for ${content.kind}.`);
    await expect(bringPack(content.source)).rejects.toThrow(message);
  });

  it('but not with a file of labels that is no list', async () => {
    const content = await folderContent(droppedFolder(withLabelFile('{"fox": "animal"}')));
    if (content.kind !== 'pack') throw new Error(`It is taken for ${content.kind}.`);
    await expect(bringPack(content.source)).rejects.toThrow(/"labelFile" names a file that is no JSON list/);
  });
});

describe('the names of classes beside a model', () => {
  it.each<[string, PackFiles]>([
    ['one per line', { 'labels.txt': 'fox\r\nroe deer\r\n' }],
    ['in JSON', { 'Classes.json': '{"0": "fox", "1": "roe deer"}' }],
    ['under the name of the model', { 'model.txt': 'fox\nroe deer' }],
    [
      'beside a list for another model',
      { 'labels.txt': 'fox\nroe deer\nboar', 'classes.txt': 'fox\nroe deer' },
    ],
  ])('%s', async (_, files) => {
    const content = await folderContent(droppedFolder({ 'model.onnx': model, ...files }));
    if (content.kind !== 'bare') throw new Error(`It is taken for ${content.kind}.`);
    expect(await labelsBeside(content.source, 'model.onnx', 2)).toEqual(['fox', 'roe deer']);
  });

  it('are null where there are none', async () => {
    const content = await folderContent(droppedFolder({ 'model.onnx': model }));
    if (content.kind !== 'bare') throw new Error(`It is taken for ${content.kind}.`);
    expect(await labelsBeside(content.source, 'model.onnx', 2)).toBeNull();
  });
});
