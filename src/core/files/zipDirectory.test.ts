import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { findZipDirectory, readZipDirectory, zipDataOffset } from './zipDirectory.ts';

const text = new TextEncoder().encode('a text that is long enough to shrink, shrink, shrink, shrink');
const archive = zipSync(
  { 'manifest.json': text, 'Größe/model.onnx': [text, { level: 0 }] },
  { comment: 'a comment at its end' },
);

describe('a .zip directory', () => {
  it('names the files, their sizes and where they lie', () => {
    const directory = findZipDirectory(archive);
    if (!directory) throw new Error('no directory');
    const { offset, bytes, entries } = directory;
    const found = readZipDirectory(archive.subarray(offset, offset + bytes), entries);
    expect(found).toMatchObject([
      { path: 'manifest.json', method: 8, bytes: text.length, encrypted: false },
      { path: 'Größe/model.onnx', method: 0, bytes: text.length, packedBytes: text.length },
    ]);
    const stored = found?.[1];
    const start = (stored?.offset ?? 0) + (zipDataOffset(archive.subarray(stored?.offset)) ?? 0);
    expect(archive.slice(start, start + text.length)).toEqual(text);
  });

  it('is not found in a file that is cut short', () => {
    expect(findZipDirectory(archive.subarray(0, archive.length - 1))).toBeNull();
    expect(findZipDirectory(text)).toBeNull();
  });

  it('is not read past its end', () => {
    expect(readZipDirectory(archive, 2)).toBeNull();
    expect(readZipDirectory(new Uint8Array(), 1)).toBeNull();
    expect(readZipDirectory(new Uint8Array(), 0)).toEqual([]);
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(70_000), (bytes, count) => {
        findZipDirectory(bytes);
        readZipDirectory(bytes, count);
        zipDataOffset(bytes);
      }),
    );
  });
});
