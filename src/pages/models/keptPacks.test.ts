import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  changedInput,
  constantModel,
  packFiles,
  packWithData,
  sha256,
  withFile,
} from '../../../tests/fixtures/pack.ts';
import { bringPack, sourceOf } from '../../../tests/helpers/bringPack.ts';
import { fakeOriginFiles, type FakeOriginFiles } from '../../../tests/helpers/fakeOriginFiles.ts';
import { closeDatabase } from '../../storage/database.ts';
import {
  cleanUpModels,
  listHeardModels,
  listModels,
  openModelFile,
  removeModel,
} from '../../storage/modelRepository.ts';

let disk: FakeOriginFiles;
beforeEach(() => {
  disk = fakeOriginFiles();
});
afterEach(async () => {
  for (const { hash } of await listModels()) await removeModel(hash);
  await closeDatabase();
});

const whole = constantModel();

describe('a pack that is as it should be', () => {
  it('is kept with its file', async () => {
    const kept = await bringPack(sourceOf(packFiles()));
    expect(await listModels()).toEqual([kept]);
    expect((await openModelFile(kept, 'model.onnx')).size).toBe(whole.length);
  });

  it('keeps the file of weights beside its model, and starts afresh when that changes', async () => {
    const kept = await bringPack(sourceOf(packWithData()));
    expect((await openModelFile(kept, 'model.onnx.data')).size).toBe(24);
    const changed = await bringPack(sourceOf(packWithData(0.5)));
    expect(changed.manifest.files[0]).toEqual(kept.manifest.files[0]);
    expect(changed.hash).not.toBe(kept.hash);
  });

  it('may leave its size and hash open', async () => {
    const kept = await bringPack(sourceOf(withFile({ bytes: null, sha256: null })));
    expect(kept.manifest.files[0]).toMatchObject({ bytes: whole.length, sha256: sha256(whole) });
  });

  it('keeps its outputs apart from those of the same weights under another description', async () => {
    const first = await bringPack(sourceOf(packFiles()));
    const second = await bringPack(sourceOf(changedInput({ colorOrder: 'BGR' })));
    const renamed = await bringPack(sourceOf(packFiles({ name: 'Another name' })));
    expect(second.hash).not.toBe(first.hash);
    expect(renamed.hash).toBe(first.hash);
    expect(await listModels()).toHaveLength(2);
  });
});

it('a model that was taken away is listed no more, and what it said is still understood', async () => {
  const kept = await bringPack(sourceOf(packFiles()));
  await removeModel(kept.hash);
  expect(await listModels()).toEqual([]);
  expect((await listHeardModels()).find(({ hash }) => hash === kept.hash)?.manifest).toEqual(kept.manifest);
});

describe('what an interruption leaves', () => {
  it('is cleaned up: files without a record; a model whose files are lost stays for what it said', async () => {
    const kept = await bringPack(sourceOf(packFiles()));
    const directory = await navigator.storage.getDirectory();
    const orphan = await directory.getFileHandle('model-orphan-0', { create: true });
    expect(orphan).toBeDefined();
    await cleanUpModels();
    expect(disk.names()).toEqual(kept.files.map(({ name }) => name));
    await directory.removeEntry(kept.files[0]?.name ?? '');
    await cleanUpModels();
    expect(await listModels()).toEqual([{ ...kept, files: [] }]);
    expect(disk.names()).toEqual([]);
  });
});
