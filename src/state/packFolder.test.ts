import { expect, it } from 'vitest';
import { packFiles, type PackFiles } from '../../tests/fixtures/pack.ts';
import { foldersFromFiles } from '../platform/fileList.ts';
import type { PhotoFolder } from '../platform/folder.ts';
import { folderContent } from './packFolder.ts';

function folderOf(files: PackFiles): PhotoFolder {
  const listed = Object.entries(files).map(([path, content]) => {
    const file = new File([content], path.slice(path.lastIndexOf('/') + 1));
    return Object.defineProperty(file, 'webkitRelativePath', { value: `Dropped/${path}` });
  });
  const [folder] = foldersFromFiles(listed, 'Dropped');
  if (!folder) throw new Error('no folder');
  return folder;
}

it.each<[string, PackFiles, string]>([
  ['a pack', packFiles(), 'pack'],
  ['a pack with a sample photo', { ...packFiles(), 'sample.jpg': '' }, 'pack'],
  ['a pack whose manifest is no JSON', { ...packFiles(), 'manifest.json': '{' }, 'pack'],
  ['a model without a manifest', { 'model.onnx': '', 'readme.txt': '' }, 'bare'],
  ['photos', { 'DCIM/IMG_0001.JPG': '' }, 'photos'],
  ['photos beside a web app’s manifest', { 'manifest.json': '{"name": "x"}', 'IMG_0001.JPG': '' }, 'photos'],
  ['photos beside a manifest that is no JSON', { 'manifest.json': 'x', 'IMG_0001.JPG': '' }, 'photos'],
  ['photos beside a model', { 'model.onnx': '', 'IMG_0001.JPG': '' }, 'photos'],
  ['photos with a pack further down', { 'IMG_0001.JPG': '', 'pack/manifest.json': '{}' }, 'photos'],
])('%s', async (_, files, kind) => {
  expect((await folderContent(folderOf(files))).kind).toBe(kind);
});
