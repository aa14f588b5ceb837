import { describe, expect, it } from 'vitest';
import { completeManifest, parseManifestDraft } from './manifestDraft.ts';

const found = { model: { bytes: 2048, sha256: 'cd'.repeat(32) } };

function draft(changes: Record<string, unknown> = {}): unknown {
  return {
    schemaVersion: 1,
    id: 'open-classifier',
    version: '1',
    name: 'Open classifier',
    license: 'MIT',
    source: 'https://example.org',
    citation: 'A. Warden (2026)',
    description: 'Names species.',
    files: [{ path: 'model.onnx', kind: 'model', bytes: null, sha256: null }],
    task: 'classifier',
    input: {
      name: 'input',
      layout: 'NHWC',
      type: 'float32',
      width: 480,
      height: 480,
      colorOrder: 'RGB',
      range: [0, 1],
      mean: [0, 0, 0],
      std: [1, 1, 1],
      resize: { mode: 'stretch' },
      interpolation: 'bilinear',
      antialias: false,
      roundTrip: 'uint8',
    },
    output: { name: 'logits', decoder: 'classifier', activation: 'softmax' },
    labelFile: { path: 'labels.txt', format: 'lines', role: 'animal', roles: { empty: 'blank' } },
    thresholds: {
      animal: { typical: 0.5, conservative: 0.2 },
      person: { typical: 0.5, conservative: 0.2 },
      vehicle: { typical: 0.5, conservative: 0.2 },
      measuredOn: 'nothing',
    },
    runtime: { preferred: ['wasm'], notes: '' },
    ...changes,
  };
}

describe('completeManifest', () => {
  it('takes size, hash and labels from the files, and marks the model as not verified', () => {
    const labels = '\uFEFFfox\r\nempty\r\n\r\nroe deer\n';
    const manifest = completeManifest(parseManifestDraft(draft()), { ...found, labels });
    expect(manifest.files[0]).toMatchObject({ bytes: 2048, sha256: 'cd'.repeat(32), verified: false });
    expect(manifest.labels).toEqual([
      { name: 'fox', role: 'animal' },
      { name: 'empty', role: 'blank' },
      { name: 'roe deer', role: 'animal' },
    ]);
  });

  it('keeps the hash that the pack says, so that a wrong file is noticed', () => {
    const files = [{ path: 'model.onnx', kind: 'model', bytes: 1, sha256: 'ab'.repeat(32) }];
    const labels = [{ name: 'fox', role: 'animal' }];
    const manifest = completeManifest(parseManifestDraft(draft({ files, labels })), found);
    expect(manifest.files).toEqual(files);
  });

  it('reads the taxa of a SpeciesNet label file', () => {
    const labelFile = { path: 'labels.txt', format: 'speciesnet', role: 'animal' };
    const labels = [
      'f1856211;;;;;;blank',
      '5c7ce479;mammalia;carnivora;felidae;panthera;leo;lion',
      '990ae9dd;mammalia;primates;hominidae;homo;sapiens;human',
      'e2895ed5;;;;;;vehicle',
      '1f689929;;;;;;animal',
    ].join('\n');
    const manifest = completeManifest(parseManifestDraft(draft({ labelFile })), { ...found, labels });
    expect(manifest.labels.map(({ role }) => role)).toEqual([
      'blank',
      'animal',
      'person',
      'vehicle',
      'animal',
    ]);
    expect(manifest.labels[1]).toEqual({
      name: 'mammalia;carnivora;felidae;panthera;leo',
      role: 'animal',
      commonName: 'lion',
      taxon: 'mammalia;carnivora;felidae;panthera;leo',
    });
  });

  it('says that the label file was not there', () => {
    expect(() => completeManifest(parseManifestDraft(draft()), found)).toThrow('"labels" is missing.');
  });
});

describe('parseManifestDraft', () => {
  it('asks for labels, in one place or the other', () => {
    expect(() => parseManifestDraft(JSON.parse(JSON.stringify(draft({ labelFile: undefined }))))).toThrow(
      /"labels" is missing.*"labelFile"/,
    );
  });

  it('refuses a label file outside the pack', () => {
    const labelFile = { path: '../labels.txt', format: 'lines', role: 'animal' };
    expect(() => parseManifestDraft(draft({ labelFile }))).toThrow('"labelFile.path" must be a path inside');
  });

  it('leaves open only the model', () => {
    const files = [
      { path: 'model.onnx', kind: 'model', bytes: null, sha256: null },
      { path: 'LICENSE', kind: 'license', bytes: null, sha256: null },
    ];
    expect(() => parseManifestDraft(draft({ files }))).toThrow('"files[1]" must have "bytes" and "sha256"');
  });
});
