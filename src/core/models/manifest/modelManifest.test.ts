import { describe, expect, it } from 'vitest';
import { ModelManifestError, parseModelManifest } from './modelManifest.ts';

function example(): Record<string, unknown> {
  return {
    schemaVersion: 1,
    id: 'meadow-watch',
    version: '1.2.0',
    name: 'Meadow Watch',
    license: 'Apache-2.0',
    source: 'https://example.org/meadow-watch',
    citation: 'A. Warden (2026)',
    description: 'Animals, people and vehicles.',
    files: [{ path: 'weights/meadow.onnx', kind: 'model', bytes: 1024, sha256: 'ab'.repeat(32) }],
    task: 'detector',
    input: {
      name: 'images',
      layout: 'NCHW',
      type: 'float32',
      width: 320,
      height: 240,
      colorOrder: 'RGB',
      range: [0, 1],
      mean: [0, 0, 0],
      std: [1, 1, 1],
      resize: { mode: 'letterbox', align: 'center', padValue: 114 },
      interpolation: 'bilinear',
      antialias: true,
    },
    output: { name: 'output0', decoder: 'yolov8', nmsIou: 0.5, scoreFloor: 0.05, maxDetections: 100 },
    labels: [
      { name: 'animal', role: 'animal', commonName: 'Animal' },
      { name: 'person', role: 'person' },
    ],
    thresholds: {
      animal: { typical: 0.4, conservative: 0.2 },
      person: { typical: 0.4, conservative: 0.1 },
      vehicle: { typical: 0.4, conservative: 0.2 },
      measuredOn: '970 photos of 2 trail cameras',
    },
    runtime: { preferred: ['wasm'], notes: '' },
  };
}

/** The example with one field, named by its path, set to a value; undefined takes it out. */
function changed(field: string, value: unknown): unknown {
  const manifest = example();
  const keys = field.split('.');
  const last = keys.pop() ?? '';
  let owner = manifest;
  for (const key of keys) owner = owner[key] as Record<string, unknown>;
  if (value === undefined) Reflect.deleteProperty(owner, last);
  else owner[last] = value;
  return manifest;
}

describe('parseModelManifest', () => {
  it('takes a whole manifest, and keeps keys it does not know', () => {
    expect(parseModelManifest(changed('input.tiles', 4))).toEqual(changed('input.tiles', 4));
  });

  it('takes a classifier', () => {
    const manifest = changed('task', 'classifier') as Record<string, unknown>;
    manifest['output'] = { name: 'logits', decoder: 'classifier', activation: 'softmax' };
    expect(parseModelManifest(manifest).output.decoder).toBe('classifier');
  });

  it.each<[string, unknown, string]>([
    ['schemaVersion', 2, '"schemaVersion" must be 1; a higher number needs a newer version of this app.'],
    ['name', undefined, '"name" is missing. Add it.'],
    ['input.width', '320', '"input.width" must be a number, without quotes.'],
    ['input.height', 0, '"input.height" must be at least 1.'],
    ['input.mean', [0, 0], '"input.mean[2]" is missing. Add it.'],
    ['input.mean', 0, '"input.mean" must be three numbers, one for each colour channel.'],
    ['input.std.1', 0, '"input.std" must be above 0; use [1, 1, 1] for none.'],
    ['input.range', [1, 0], '"input.range" must go from the lower to the higher number.'],
    ['input.colorOrder', 'GBR', '"input.colorOrder" must be one of "RGB", "BGR".'],
    ['input.resize.mode', 'crop', '"input.resize.mode" must be "letterbox", "stretch" or "center-crop".'],
    [
      'input.resize',
      'crop',
      '"input.resize" must be an object with "mode": "letterbox", "stretch" or "center-crop".',
    ],
    ['input.resize.padValue', 300, '"input.resize.padValue" must be from 0 to 255.'],
    ['input.antialias', 'yes', '"input.antialias" must be true or false, without quotes.'],
    [
      'output.decoder',
      'yolo99',
      '"output.decoder" must be "yolov5", "yolov8", "yolov10", "rtdetr", "yolox" or "classifier".',
    ],
    ['output.nmsIou', 1.5, '"output.nmsIou" must be from 0 to 1.'],
    ['labels.1.name', 'animal', '"labels[1]" has the name of an earlier label; every label needs its own.'],
    [
      'labels.0.role',
      'wolf',
      '"labels[0].role" must be one of "blank", "animal", "person", "vehicle", "other".',
    ],
    ['labels', [], '"labels" must hold at least one label.'],
    ['thresholds.person.typical', -0.1, '"thresholds.person.typical" must be from 0 to 1.'],
    ['files', [], '"files" must hold exactly one file of kind "model".'],
    ['files.0.path', '../model.onnx', '"files[0].path" must be a path inside the pack'],
    ['files.0.path', '/model.onnx', '"files[0].path" must be a path inside the pack'],
    ['files.0.path', 'C:\\model.onnx', '"files[0].path" must be a path inside the pack'],
    ['files.0.sha256', 'abc', '"files[0].sha256" must be 64 hex digits'],
    [
      'task',
      'classifier',
      '"task" is "classifier", but "output.decoder" is "yolov8", which is for a detector.',
    ],
    ['files.0.sha256', null, '"files[0].sha256" must be text, in quotes.'],
    ['input.resize.multipleOf', 33, '"input" must have a width and height that are multiples'],
    ['input.type', 'uint8', '"input" must have "range": [0, 255]'],
    [
      'input.interpolation',
      'nearest',
      '"input.interpolation" must be one of "bilinear", "bicubic", "lanczos".',
    ],
    ['input.roundTrip', 'uint8', '"input" must have "antialias": false to have a "roundTrip"'],
    ['input.infoBar', { bottom: {} }, '"input.infoBar.bottom" must have "pixels", "share" or both'],
    [
      'input.resize',
      { mode: 'center-crop', shorterSide: 300 },
      '"input" must have a "resize.shorterSide" of at least',
    ],
    [
      'output',
      { name: 'o', decoder: 'yolov10', scoreFloor: 0.1, maxDetections: 9, classIds: [1] },
      '"output.classIds" has 1 numbers for 2 labels.',
    ],
    [
      'output',
      { name: 'o', decoder: 'rtdetr', scoreFloor: 0.1, maxDetections: 9 },
      '"output.names" is missing. Add it.',
    ],
    ['runtime.preferred', ['cuda'], '"runtime.preferred[0]" must be one of "wasm", "webgpu".'],
  ])('names %s set to %j and says what to do', (field, value, message) => {
    expect(() => parseModelManifest(changed(field, value))).toThrow(message);
  });

  it('lists every problem at once', () => {
    const manifest = changed('input.width', 'wide') as Record<string, unknown>;
    manifest['labels'] = 'animal';
    const fields = (): readonly string[] => {
      try {
        parseModelManifest(manifest);
        return [];
      } catch (error) {
        return error instanceof ModelManifestError ? error.problems : [];
      }
    };
    expect(fields()).toHaveLength(2);
  });

  it.each([null, 'text', [], undefined])('refuses %j, which is no object', (value) => {
    expect(() => parseModelManifest(value)).toThrow(ModelManifestError);
  });
});
