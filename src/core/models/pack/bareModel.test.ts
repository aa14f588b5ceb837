import { describe, expect, it } from 'vitest';
import { bareManifest } from './bareManifest.ts';
import { recogniseModel, type BareModelForm } from './bareModel.ts';
import type { OnnxDescription } from '../../files/onnxFile.ts';
import { mayUseGraphics } from '../runtime/runtimeVerdict.ts';
import { parseModelManifest } from '../manifest/modelManifest.ts';

type Shape = (number | string)[];

function description(
  input: Shape,
  outputs: Record<string, Shape>,
  metadata: Record<string, string> = {},
): OnnxDescription {
  return {
    producer: 'pytorch',
    inputs: [{ name: 'images', type: 'float32', shape: input }],
    outputs: Object.entries(outputs).map(([name, shape]) => ({ name, type: 'float32', shape })),
    metadata,
    externalFiles: [],
  };
}

const square = (side: number): Shape => [1, 3, side, side];

describe('recogniseModel', () => {
  it.each<[string, OnnxDescription, Partial<BareModelForm>, number | null]>([
    [
      'YOLOv8 with its metadata',
      description(
        square(640),
        { output0: [1, 6, 8400] },
        {
          task: 'detect',
          names: "{0: 'fox', 1: \"pallas's cat\"}",
          license: 'AGPL-3.0',
        },
      ),
      { decoder: 'yolov8', width: 640, labels: "fox = animal\npallas's cat = animal", license: 'AGPL-3.0' },
      2,
    ],
    ['MegaDetector v5', description(square(1280), { output: [1, 102_000, 8] }), { decoder: 'yolov5' }, 3],
    [
      'YOLOX, by its grid',
      description(square(416), { output: [1, 3549, 85] }),
      { decoder: 'yolox', pixels: 'byte' },
      80,
    ],
    ['YOLOv10', description(square(1280), { output0: [1, 300, 6] }), { decoder: 'yolov10' }, null],
    [
      'RT-DETR',
      description(square(640), { labels: [1, 300], boxes: [1, 300, 4], scores: [1, 300] }),
      { decoder: 'rtdetr', fitting: 'stretch' },
      null,
    ],
    [
      'a classifier in NHWC',
      description(['batch', 480, 480, 3], { logits: ['batch', 2498] }),
      { decoder: 'classifier', width: 480, pixels: 'imagenet' },
      2498,
    ],
    [
      'sides that are left open',
      description(
        ['n', 3, 'h', 'w'],
        { output0: ['n', 7, 'cells'] },
        { imgsz: '[480, 640]', task: 'detect' },
      ),
      { decoder: 'yolov8', width: 640, height: 480 },
      3,
    ],
  ])('knows %s', (_, read, form, labelCount) => {
    const model = recogniseModel('model.onnx', read);
    expect(model.form).toMatchObject(form);
    expect(model.labelCount).toBe(labelCount);
  });

  it('refuses a model for sounds, and a task it cannot read', () => {
    expect(() => recogniseModel('a.onnx', description([1, 16_000], { out: [1, 10] }))).toThrow(
      /takes no picture/,
    );
    const segments = description(square(640), { out: [1, 37, 8400] }, { task: 'segment' });
    expect(() => recogniseModel('a.onnx', segments)).toThrow(/"segment"/);
  });
});

describe('answers in parts', () => {
  it.each<[string, Record<string, Shape>]>([
    ['a grid of cells, as FastestDet has', { out: [1, 85, 22, 22] }],
    ['a head per stride, as NanoDet has', { cls8: [1, 1600, 80], cls16: [1, 400, 80], dis8: [1, 1600, 32] }],
    ['raw queries, as DETR has', { logits: [1, 300, 92], pred_boxes: [1, 300, 4] }],
  ])('are refused: %s', (_, outputs) => {
    expect(() => recogniseModel('a.onnx', description(square(320), outputs))).toThrow(
      /form that cannot be read here; its outputs are.*heads joined/,
    );
  });

  it.each<[string, Record<string, Shape>, string]>([
    ['training heads behind the answer', { out: [1, 25_200, 8], p3: [1, 3, 80, 80, 8] }, 'yolov5'],
    ['features beside a classifier', { scores: [1, 1000, 1, 1], features: [1, 2048] }, 'classifier'],
  ])('are not: %s', (_, outputs, decoder) => {
    expect(recogniseModel('a.onnx', description(square(640), outputs)).form.decoder).toBe(decoder);
  });
});

describe('bareManifest', () => {
  it.each(['yolov5', 'yolov8', 'yolov10', 'yolox', 'rtdetr', 'classifier'] as const)(
    'is a whole manifest for %s',
    (decoder) => {
      const model = recogniseModel('Röhricht v2.onnx', description(square(640), { output0: [1, 6, 8400] }));
      const form: BareModelForm = {
        ...model.form,
        decoder,
        license: 'MIT',
        labels: 'red fox = animal\nHuman\nempty',
      };
      const file = { bytes: 1000, sha256: 'ab'.repeat(32) };
      const manifest = parseModelManifest(bareManifest('Röhricht v2.onnx', model, form, file));
      expect(manifest.id).toBe('rohricht-v2');
      expect(manifest.output.decoder).toBe(decoder);
      expect(mayUseGraphics(manifest)).toBe(true);
      expect(manifest.labels.map(({ name, role }) => [name, role])).toEqual([
        ['red fox', 'animal'],
        ['Human', 'person'],
        ['empty', 'blank'],
      ]);
    },
  );
});
