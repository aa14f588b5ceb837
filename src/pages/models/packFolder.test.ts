import { expect, it } from 'vitest';
import { packFiles, type PackFiles } from '../../../tests/fixtures/pack.ts';
import { droppedFolder } from '../../../tests/helpers/droppedFolder.ts';
import { folderContent } from './packFolder.ts';

it.each<[string, PackFiles, string]>([
  ['a pack', packFiles(), 'pack'],
  ['a pack with a sample photo', { ...packFiles(), 'sample.jpg': '' }, 'pack'],
  ['a pack whose manifest is no JSON', { ...packFiles(), 'manifest.json': '{' }, 'pack'],
  ['a model without a manifest', { 'model.onnx': '', 'readme.txt': '' }, 'bare'],
  [
    'a pack in capitals',
    { 'Manifest.JSON': packFiles()['manifest.json'] as string, 'MODEL.ONNX': '' },
    'pack',
  ],
  ['a model with what a Mac leaves beside it', { 'model.onnx': '', '._model.onnx': '' }, 'bare'],
  ['photos', { 'DCIM/IMG_0001.JPG': '' }, 'photos'],
  ['photos beside a web app’s manifest', { 'manifest.json': '{"name": "x"}', 'IMG_0001.JPG': '' }, 'photos'],
  ['photos beside a manifest that is no JSON', { 'manifest.json': 'x', 'IMG_0001.JPG': '' }, 'photos'],
  ['photos beside a model', { 'model.onnx': '', 'IMG_0001.JPG': '' }, 'photos'],
  ['photos with a pack further down', { 'IMG_0001.JPG': '', 'pack/manifest.json': '{}' }, 'photos'],
])('%s', async (_, files, kind) => {
  expect((await folderContent(droppedFolder(files))).kind).toBe(kind);
});
