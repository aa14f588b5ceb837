import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constantGraph } from '../../../tests/fixtures/onnxGraph.ts';
import {
  bytesField,
  externalModel,
  numberField,
  withMetadata,
} from '../../../tests/fixtures/protobufBytes.ts';
import { readOnnxFile } from './onnxFile.ts';

const detector = constantGraph(
  [
    { name: 'images', shape: ['batch', 3, 640, 640] },
    { name: 'size', shape: [1, 2], type: 'int64' },
  ],
  [{ name: 'output0', shape: [1, 6, 1], data: new Float32Array(6) }],
);

describe('readOnnxFile', () => {
  it('reads inputs, outputs and their shapes, without the weights', () => {
    expect(readOnnxFile(detector)).toEqual({
      kind: 'model',
      description: {
        producer: '',
        inputs: [
          { name: 'images', type: 'float32', shape: ['batch', 3, 640, 640] },
          { name: 'size', type: 'int64', shape: [1, 2] },
        ],
        outputs: [{ name: 'output0', type: 'float32', shape: [1, 6, 1] }],
        metadata: {},
        externalFiles: [],
      },
    });
  });

  it('reads what Ultralytics and others write beside it', () => {
    const reading = readOnnxFile(withMetadata(detector, { names: "{0: 'fox — vulpes'}", task: 'detect' }));
    expect(reading).toMatchObject({
      description: { metadata: { names: "{0: 'fox — vulpes'}", task: 'detect' } },
    });
  });

  it('leaves out inputs that are weights, which old files list', () => {
    const graph = [
      ...bytesField(5, bytesField(8, 'weight')),
      ...bytesField(11, bytesField(1, 'images')),
      ...bytesField(11, bytesField(1, 'weight')),
      ...bytesField(12, bytesField(1, 'output0')),
    ];
    const reading = readOnnxFile(Uint8Array.from([...numberField(1, 3), ...bytesField(7, graph)]));
    expect(reading).toMatchObject({ description: { inputs: [{ name: 'images' }] } });
  });

  it('names the files that hold weights elsewhere', () => {
    expect(readOnnxFile(externalModel('model.onnx.data'))).toMatchObject({
      description: { externalFiles: ['model.onnx.data'] },
    });
  });

  it.each([
    ['a text', 'This is a text, not a model.'],
    ['a web page', '<!DOCTYPE html><title>404</title>'],
    ['an archive', 'PK\u0003\u0004 and so on'],
    ['nothing', ''],
    ['a text that begins with a line break', '\n\n\n'],
  ])('knows %s for what it is not', (_, text) => {
    expect(readOnnxFile(new TextEncoder().encode(text))).toEqual({ kind: 'not-onnx' });
  });

  it('knows a Git LFS pointer', () => {
    const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n';
    expect(readOnnxFile(new TextEncoder().encode(pointer))).toEqual({ kind: 'pointer' });
  });

  it('notices every cut', () => {
    for (let length = 3; length < detector.length - 4; length += 1) {
      expect(readOnnxFile(detector.subarray(0, length)).kind).not.toBe('model');
    }
    expect(readOnnxFile(detector.subarray(0, detector.length / 2))).toEqual({ kind: 'cut-short' });
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(['model', 'cut-short', 'pointer', 'not-onnx']).toContain(readOnnxFile(bytes).kind);
      }),
    );
  });

  it('never throws on a model with damaged bytes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(detector.length - 1), fc.nat(255)), { maxLength: 20 }),
        (damage) => {
          const bytes = detector.slice();
          for (const [at, byte] of damage) bytes[at] = byte;
          expect(readOnnxFile(bytes)).toHaveProperty('kind');
        },
      ),
    );
  });
});
