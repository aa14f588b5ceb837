import { describe, expect, it } from 'vitest';
import type { ZipEntry } from '../../files/zipDirectory.ts';
import { PackFailure } from './packFailure.ts';
import { checkZip, packRoot } from './zipSafety.ts';

function entry(path: string, changes: Partial<ZipEntry> = {}): ZipEntry {
  return { path, offset: 0, method: 8, encrypted: false, packedBytes: 500, bytes: 1000, ...changes };
}

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'none';
  } catch (error) {
    return error instanceof PackFailure ? error.fault.code : 'other';
  }
}

describe('checkZip', () => {
  it.each([
    '../model.onnx',
    'a/../../model.onnx',
    '/etc/model.onnx',
    'C:\\model.onnx',
    'c:model.onnx',
    'a\\b.onnx',
    'model.onnx\0',
  ])('refuses the name %j', (path) => {
    expect(codeOf(() => checkZip('a.zip', [entry(path)]))).toBe('zip-path');
  });

  it.each(['model.onnx', 'a/b/c.txt', 'a..b.onnx', '..a/b', 'Größe.txt'])('takes the name %j', (path) => {
    expect(codeOf(() => checkZip('a.zip', [entry(path)]))).toBe('none');
  });

  it.each<[string, Partial<ZipEntry>]>([
    ['shrinks to a hundredth', { bytes: 20_000_000, packedBytes: 20_000 }],
    ['is larger than any model', { bytes: 4_294_967_296 + 1, packedBytes: 4_000_000_000 }],
  ])('refuses a file that %s', (_, changes) => {
    expect(codeOf(() => checkZip('a.zip', [entry('model.onnx', changes)]))).toBe('zip-bomb');
  });

  it('takes small files however well they shrink', () => {
    expect(codeOf(() => checkZip('a.zip', [entry('a.txt', { bytes: 1_000_000, packedBytes: 1000 })]))).toBe(
      'none',
    );
  });
});

describe('packRoot', () => {
  it.each([
    [['manifest.json', 'model.onnx'], ''],
    [['model.onnx'], ''],
    [['pack/manifest.json', 'pack/weights/model.onnx'], 'pack/'],
    [['pack/model.onnx', '__MACOSX/pack/._model.onnx', 'pack/.DS_Store'], 'pack/'],
  ])('finds the pack in %j', (paths, root) => {
    expect(packRoot('a.zip', paths)).toBe(root);
  });

  it.each([
    [['a/b/manifest.json'], 'zip-nested'],
    [['inner.zip'], 'zip-in-zip'],
    [['a/manifest.json', 'b/manifest.json'], 'zip-nested'],
    [['photo.jpg'], 'no-model'],
    [[], 'no-model'],
  ])('refuses %j', (paths, code) => {
    expect(codeOf(() => packRoot('a.zip', paths))).toBe(code);
  });
});
