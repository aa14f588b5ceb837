import 'fake-indexeddb/auto';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packFiles } from '../../../tests/fixtures/pack.ts';
import { bringPack } from '../../../tests/helpers/bringPack.ts';
import { fakeOriginFiles, type FakeOriginFiles } from '../../../tests/helpers/fakeOriginFiles.ts';
import { closeDatabase } from '../../storage/database.ts';
import { listModels, removeModel } from '../../storage/modelRepository.ts';
import { PackFailure } from '../../core/models/pack/packFailure.ts';
import { openArchive } from './packArchive.ts';

let disk: FakeOriginFiles;
beforeEach(() => {
  disk = fakeOriginFiles();
});
afterEach(async () => {
  for (const { hash } of await listModels()) await removeModel(hash);
  await closeDatabase();
});

function zip(files: Record<string, Uint8Array>, change: (bytes: Uint8Array) => void = () => undefined): File {
  const bytes = zipSync(files, { level: 6 });
  change(bytes);
  return new File([bytes], 'pack.zip');
}

/** Writes a number into every directory entry of an archive, or every header of its own (`local`). */
function patch(field: number, value: number[]): (bytes: Uint8Array) => void {
  return (bytes) => {
    for (let at = 0; at + 4 < bytes.length; at += 1) {
      const isEntry =
        bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2;
      if (isEntry) bytes.set(value, at + field);
    }
  };
}

const { 'model.onnx': whole } = packFiles() as { 'model.onnx': Uint8Array<ArrayBuffer> };
const good = { 'manifest.json': strToU8(packFiles()['manifest.json'] as string), 'model.onnx': whole };

const unusualArchives: [string, File][] = [
  ['in a folder', zip({ 'pack/manifest.json': good['manifest.json'], 'pack/model.onnx': whole })],
  [
    'on a Mac',
    zip({
      'pack/manifest.json': good['manifest.json'],
      '__MACOSX/pack/._manifest.json': strToU8('x'),
      'pack/model.onnx': whole,
      '__MACOSX/pack/._model.onnx': strToU8('x'),
      'pack/.DS_Store': strToU8('x'),
    }),
  ],
  [
    'on Windows, with its separator',
    zip({ 'pack\\manifest.json': good['manifest.json'], 'pack\\model.onnx': whole }),
  ],
  ['with names in capitals', zip({ 'Manifest.json': good['manifest.json'], 'MODEL.ONNX': whole })],
  [
    'with other files beside its folder',
    zip({
      'Thumbs.db': strToU8('x'),
      'read me.txt': strToU8('x'),
      'pack/manifest.json': good['manifest.json'],
      'pack/model.onnx': whole,
    }),
  ],
];

const brokenArchives: [string, File, RegExp][] = [
  ['an archive of 0 bytes', new File([], 'pack.zip'), /not a whole \.zip archive: its end is missing/],
  ['a text named .zip', new File(['hello'], 'pack.zip'), /not a whole \.zip archive/],
  ['an archive cut short', new File([zipSync(good).slice(0, -30)], 'pack.zip'), /not a whole \.zip archive/],
  [
    'a name with ..',
    zip({ ...good, '../../evil.sh': strToU8('x') }),
    /“\.\.\/\.\.\/evil\.sh”, which points outside/,
  ],
  [
    'an archive with an absolute name',
    zip({ ...good, '/etc/evil': strToU8('x') }),
    /points outside the archive/,
  ],
  [
    'a bomb that says so',
    zip({ ...good, 'zeros.bin': new Uint8Array(20_000_000) }),
    /far more than a model needs/,
  ],
  [
    'a bomb that lies',
    zip(good, patch(24, [10, 0, 0, 0])),
    /far more than a model needs.*more than the 10 bytes/,
  ],
  ['an archive of fewer bytes than declared', zip(good, patch(24, [255, 255, 0, 0])), /not a whole \.zip/],
  ['an archive with a password', zip(good, patch(8, [1, 0])), /locked with a password/],
  ['packed by an unknown method', zip(good, patch(10, [14, 0])), /method 14.*Unpack it/],
  [
    'a pack too deep inside',
    zip({ 'a/b/manifest.json': strToU8('{}') }),
    /“a\/b\/manifest\.json” lies deeper/,
  ],
  ['an archive in an archive', zip({ 'inner.zip': strToU8('PK') }), /is an archive itself/],
  [
    'an archive without a model',
    zip({ 'photo.jpg': strToU8('x') }),
    /neither a manifest\.json nor an \.onnx/,
  ],
  [
    'an archive of very many files',
    zip(Object.fromEntries(Array.from({ length: 1200 }, (_, index) => [`${index}.txt`, new Uint8Array()]))),
    /holds 1200 files/,
  ],
];

describe('a .zip', () => {
  it('is taken as the folder it holds, or its one folder', async () => {
    for (const root of ['', 'pack/']) {
      const files = Object.entries(good).map(([path, bytes]) => [root + path, bytes] as const);
      const archive = await openArchive(zip(Object.fromEntries(files)));
      expect(archive).toMatchObject({ hasManifest: true, modelPaths: ['model.onnx'] });
      expect((await bringPack(archive.source)).files[0]?.bytes).toBe(whole.length);
    }
  });

  it.each(unusualArchives)('is taken in when it was made %s', async (_, archive) => {
    const opened = await openArchive(archive);
    expect(opened.hasManifest).toBe(true);
    expect(opened.modelPaths).toHaveLength(1);
    expect((await bringPack(opened.source)).files[0]?.bytes).toBe(whole.length);
  });

  it.each(brokenArchives)(
    'is refused with a reason when it is %s, and leaves no trace',
    async (_, archive, message) => {
      const bringing = openArchive(archive).then(({ source }) => bringPack(source));
      await expect(bringing).rejects.toThrow(PackFailure);
      await expect(bringing).rejects.toThrow(message);
      expect(await listModels()).toEqual([]);
      expect(disk.names()).toEqual([]);
    },
  );
});
