import { describe, expect, it } from 'vitest';
import type { ModelOutput } from '../manifest/modelManifest.ts';
import { boxFault } from './boxTrial.ts';
import { decodeOutput } from './decoder.ts';

const input = { width: 320, height: 320 };
const kept = { nmsIou: 0.5, scoreFloor: 0.1, maxDetections: 10 };

type Four = [number, number, number, number];

/** Centre, width and height of one box per cell of a grid of 20 x 20, row by row, each 20 to 60 px wide. */
const grid: Four[] = Array.from({ length: 400 }, (_, cell) => {
  const x = (cell % 20) * 16 + 8;
  const y = Math.floor(cell / 20) * 16 + 8;
  return [x, y, 20 + (cell % 5) * 10, 20 + (cell % 7) * 6];
});

const asCorners = ([x, y, w, h]: Four): Four => [x - w / 2, y - h / 2, x + w / 2, y + h / 2];
const times =
  (scale: number) =>
  (four: Four): Four =>
    four.map((value) => value * scale) as Four;

function faultOf(decoder: 'yolov5' | 'yolov8' | 'yolov10', boxes: Four[], declared: object = {}): unknown {
  const output = { name: 'o', decoder, ...kept, ...declared } as ModelOutput;
  const rows = boxes.map((four) => (decoder === 'yolov8' ? [...four, 0.2] : [...four, 0.2, 0]));
  const width = rows[0]?.length ?? 0;
  const data =
    decoder === 'yolov8'
      ? Float32Array.from({ length: rows.length * width }, (_, index) => {
          return rows[index % rows.length]?.[Math.floor(index / rows.length)] ?? 0;
        })
      : Float32Array.from(rows.flat());
  const shape = decoder === 'yolov8' ? [1, width, rows.length] : [1, rows.length, width];
  return boxFault({ o: { data, shape } }, output, input);
}

describe('a model whose boxes are not what its manifest declares', () => {
  it.each(['yolov5', 'yolov8'] as const)('is found out for %s, which gives centre and size', (decoder) => {
    expect(faultOf(decoder, grid)).toBeNull();
    expect(faultOf(decoder, grid.map(times(1 / 320)))).toBe('fractions');
    expect(faultOf(decoder, grid.map(times(100 / 320)))).toBe('hundredths');
    expect(faultOf(decoder, grid.map(asCorners))).toBe('corners');
    expect(
      faultOf(
        decoder,
        grid.map(([x, y, w, h]) => [y, x, h, w]),
      ),
    ).toBe('swapped');
    expect(faultOf(decoder, grid.map(times(12)))).toBe('outside');
    expect(
      faultOf(
        decoder,
        grid.map(([x, y]) => [x, y, -8, -8]),
      ),
    ).toBe('corners');
    expect(
      faultOf(
        decoder,
        grid.map(() => [NaN, Infinity, 8, 8]),
      ),
    ).toBe('no-number');
  });

  it('is found out for decoders of corners', () => {
    expect(faultOf('yolov10', grid.map(asCorners))).toBeNull();
    expect(faultOf('yolov10', grid.map(asCorners).map(times(1 / 320)))).toBe('fractions');
    expect(faultOf('yolov10', grid)).toBe('centres');
  });

  it('is found out by a single box, too, and is right when it declares fractions', () => {
    expect(faultOf('yolov8', [[0.5, 0.5, 0.25, 0.25]])).toBe('fractions');
    expect(faultOf('yolov8', [[16, 16, 8, 8]])).toBeNull();
    expect(faultOf('yolov8', grid.map(times(1 / 320)), { boxes: 'fractions' })).toBeNull();
    expect(faultOf('yolov8', grid, { boxes: 'fractions' })).toBe('outside');
    expect(faultOf('yolov10', [[0, 0, 0, 0]])).toBeNull();
  });
});

describe('boxes of one model', () => {
  const frame = {
    ...input,
    placement: { left: 0, top: 80, width: 320, height: 160 },
    photo: { width: 640, height: 320 },
  };
  const labels = [{ name: 'person', role: 'person' as const }];
  const predict = (four: Four, declared: object = {}) =>
    decodeOutput(
      { o: { data: Float32Array.of(...four, 0.9), shape: [1, 5, 1] } },
      { output: { name: 'o', decoder: 'yolov8', ...kept, ...declared }, labels },
      frame,
    );

  it('in fractions of the input lie where they are declared', () => {
    const box = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 };
    expect(predict([160, 160, 160, 80]).detections[0]?.box).toEqual(box);
    expect(predict([0.5, 0.5, 0.5, 0.25], { boxes: 'fractions' }).detections[0]?.box).toEqual(box);
  });

  it.each<[string, Four]>([
    ['under 3 px of the photo', [160, 160, 1.4, 80]],
    ['of a model that counts from 0 to 1', [0.5, 0.5, 1, 1]],
    ['wholly outside', [160, 20, 80, 60]],
    ['of negative size', [160, 160, -80, -80]],
    ['of no number', [NaN, 160, 80, 80]],
    ['without end', [-Infinity, 160, Infinity, 80]],
  ])('count as none, and leave their score: %s', (_, four) => {
    const { detections, labelScores } = predict(four);
    expect(detections).toEqual([]);
    expect(labelScores[0]).toBeCloseTo(0.9);
  });
});
