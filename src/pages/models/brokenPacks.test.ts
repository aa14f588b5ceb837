import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  around,
  changedInput,
  packFiles,
  packWithData,
  sha256,
  withFile,
  without,
  type PackFiles,
} from '../../../tests/fixtures/pack.ts';
import { externalModel } from '../../../tests/fixtures/protobufBytes.ts';
import { bringPack, sourceOf } from '../../../tests/helpers/bringPack.ts';
import { fakeOriginFiles, type FakeOriginFiles } from '../../../tests/helpers/fakeOriginFiles.ts';
import { closeDatabase } from '../../storage/database.ts';
import { listModels, removeModel } from '../../storage/modelRepository.ts';
import { PhotoFailure } from '../../core/files/failure.ts';
import { PackFailure } from '../../core/models/pack/packFailure.ts';
import { inspectModel } from '../../workers/pack/inspection.ts';
import { loadFailure, runFailure } from '../../workers/pack/trialFailure.ts';

let disk: FakeOriginFiles;
beforeEach(() => {
  disk = fakeOriginFiles();
});
afterEach(async () => {
  for (const { hash } of await listModels()) await removeModel(hash);
  await closeDatabase();
});

const text = (content: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(content));
const { 'model.onnx': whole } = packFiles() as { 'model.onnx': Uint8Array<ArrayBuffer> };
const damaged = whole.slice();
damaged[damaged.length - 20] = 77;

const { 'model.onnx.data': data, ...withoutData } = packWithData();
const modelOfData = withoutData['model.onnx'] as Uint8Array<ArrayBuffer>;

const brokenFolders: [string, PackFiles, RegExp][] = [
  ['no manifest', { 'model.onnx': whole }, /no manifest\.json at its top.*Drop the folder/],
  ['an empty manifest', { ...packFiles(), 'manifest.json': '' }, /“manifest\.json” has no bytes/],
  [
    'a manifest that is no JSON',
    { ...packFiles(), 'manifest.json': '{"id": }' },
    /not valid JSON.*Correct it/,
  ],
  ['a manifest that is a list', { ...packFiles(), 'manifest.json': '[]' }, /must hold one JSON object/],
  ['no id', without('id'), /"id" is missing\. Add it/],
  ['no licence', without('license'), /"license" is missing/],
  ['no labels', without('labels'), /"labels" is missing/],
  ['no files', without('files'), /"files" is missing/],
  ['no input', without('input'), /"input" is missing/],
  ['no thresholds', without('thresholds'), /"thresholds" is missing/],
  ['a schema of the future', packFiles({ schemaVersion: 9 }), /"schemaVersion" must be 1.*newer version/],
  [
    'an unknown decoder',
    packFiles({ output: { name: 'output0', decoder: 'yolo99' } }),
    /"output\.decoder" must be/,
  ],
  ['no width', changedInput({ width: undefined }), /"input\.width" is missing/],
  ['a path out of the pack', withFile({ path: '../model.onnx' }), /"files\[0\]\.path" must be a path inside/],
  [
    'a file that is not there',
    withFile({ path: 'other.onnx' }),
    /“other\.onnx” is named in manifest\.json, but is not/,
  ],
  [
    'a model of 0 bytes',
    { ...packFiles(), 'model.onnx': '' },
    /“model\.onnx” has no bytes.*Get the file again/,
  ],
  ['a model cut short', { ...packFiles(), 'model.onnx': whole.slice(0, -40) }, /cut short.*bytes, not/],
  ['a model cut short that its manifest agrees with', around(whole.slice(0, -40)), /ends in the middle/],
  ['a longer file than described', withFile({ bytes: 10 }), /is not the file that manifest\.json describes/],
  ['a wrong hash', withFile({ sha256: 'ab'.repeat(32) }), /SHA-256 is [0-9a-f]{64}.*correct its "sha256"/],
  ['a damaged byte', { ...packFiles(), 'model.onnx': damaged }, /damaged or changed/],
  [
    'a text named .onnx',
    around(text('Not found. Please sign in.')),
    /named like an ONNX model but holds something else/,
  ],
  [
    'a web page named .onnx, of the wrong size',
    { ...packFiles(), 'model.onnx': '<html>' },
    /holds something else/,
  ],
  [
    'a Git LFS pointer',
    around(text('version https://git-lfs.github.com/spec/v1\n')),
    /Git LFS pointer.*git lfs pull/,
  ],
  [
    'weights in another file',
    around(externalModel('big.data')),
    /weights in another file, “big\.data”.*kind "data".*one file/,
  ],
  [
    'a file of weights that manifest.json does not list',
    { ...packWithData(), 'manifest.json': around(modelOfData)['manifest.json'] as string },
    /weights in another file, “model\.onnx\.data”, which is not part/,
  ],
  [
    'a file of weights that is not there',
    withoutData,
    /“model\.onnx\.data” is named in manifest\.json, but is not in the pack/,
  ],
  [
    'a file of weights that was damaged',
    { ...withoutData, 'model.onnx.data': new Uint8Array((data as Uint8Array).length) },
    /“model\.onnx\.data” was damaged or changed/,
  ],
  ['an input the model has not', changedInput({ name: 'photo' }), /"input\.name" is "photo".*has: images/],
  [
    'an output the model has not',
    packFiles({ output: { name: 'boxes', decoder: 'classifier', activation: 'none' }, task: 'classifier' }),
    /output "boxes".*has: output0/,
  ],
  [
    'a licence file that is not there',
    packFiles({
      files: [
        { path: 'model.onnx', kind: 'model', bytes: whole.length, sha256: sha256(whole) },
        { path: 'LICENSE', kind: 'license', bytes: 3, sha256: sha256('MIT') },
      ],
    }),
    /“LICENSE” is named in manifest\.json/,
  ],
];

const brokenTrials: [string, (path: string) => PackFailure, RegExp][] = [
  [
    'labels shorter than the output',
    (path) =>
      runFailure(path, new PhotoFailure('inference', 'The output has shape [1, 7, 1], but 2 labels.')),
    /shape \[1, 7, 1\].*Correct "labels"/,
  ],
  [
    'an operator the runtime lacks',
    (path) => loadFailure(path, new Error('Fatal error: Purr is not a registered function/op')),
    /operator that the runtime in the browser lacks.*Purr.*Export it/,
  ],
  [
    'too little memory',
    (path) => loadFailure(path, new RangeError('Array buffer allocation failed')),
    /too little memory.*quantised/,
  ],
  [
    'a shape the model refuses',
    (path) => runFailure(path, new Error('Got invalid dimensions for input')),
    /failed on its first picture.*Check "input"/,
  ],
  ['bytes the runtime refuses', (path) => loadFailure(path, new Error('protobuf parsing failed')), /refused/],
];

async function expectNoTrace(): Promise<void> {
  expect(await listModels()).toEqual([]);
  expect(disk.names()).toEqual([]);
}

describe('a broken pack says what is wrong and leaves no trace', () => {
  it.each(brokenFolders)('%s', async (_, files, message) => {
    const bringing = bringPack(sourceOf(files));
    await expect(bringing).rejects.toThrow(PackFailure);
    await expect(bringing).rejects.toThrow(message);
    await expectNoTrace();
  });

  it.each(brokenTrials)('%s', async (_, failure, message) => {
    const bringing = bringPack(sourceOf(packFiles()), () => Promise.reject(failure('model.onnx')));
    await expect(bringing).rejects.toThrow(message);
    await expectNoTrace();
  });

  it('a model too large for WebAssembly, which is not even read', async () => {
    const huge = { size: 2 ** 31 + 1, slice: () => new Blob() } as unknown as Blob;
    await expect(inspectModel('huge.onnx', huge)).rejects.toThrow(/2,147,483,649 bytes.*2 GiB/);
  });

  it('a disk that is full', async () => {
    disk.fillDiskAfter(50);
    await expect(bringPack(sourceOf(packFiles()))).rejects.toThrow(/no room left.*Free space/);
    await expectNoTrace();
  });
});
