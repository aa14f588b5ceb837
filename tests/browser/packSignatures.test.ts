import { describe, expect, it } from 'vitest';
import rtdetr from '../../docs/packs/mdv6-apache-rtdetr-c/manifest.json' with { type: 'json' };
import sorrel from '../../docs/packs/mdv1000-sorrel/manifest.json' with { type: 'json' };
import yolov10 from '../../docs/packs/mdv6-yolov10-c/manifest.json' with { type: 'json' };
import megadetector from '../../docs/packs/megadetector-v5a/manifest.json' with { type: 'json' };
import speciesnet from '../../docs/packs/speciesnet-4.0-b/manifest.json' with { type: 'json' };
import { decodeOutput, outputNames } from '../../src/core/models/decoders/decoder.ts';
import { completeManifest, parseManifestDraft } from '../../src/core/models/manifest/manifestDraft.ts';
import type { Orientation } from '../../src/core/files/image/imageHeader.ts';
import type { PhotoPixels } from '../../src/core/files/pixels.ts';
import type { Prediction } from '../../src/core/models/prediction/prediction.ts';
import { toInputTensor } from '../../src/core/models/tensor/tensor.ts';
import { createSession } from '../../src/platform/onnxRuntime.ts';
import { runSession } from '../../src/platform/onnxSession.ts';
import { modelInputs } from '../../src/workers/sift/modelInputs.ts';
import { constantGraph } from '../fixtures/onnxGraph.ts';

/*
 * Models whose weights cannot be had, replaced by graphs that ask for the same inputs and always give the same
 * outputs, of the same shapes and ranges. Everything around them is the app's own.
 */

/** A grey photo. */
function photoOf(width: number, height: number): PhotoPixels {
  const data = new Uint8Array(width * height * 4).fill(128);
  return { data, width, height, photo: { width, height }, scale: 1 };
}

async function predict(
  value: unknown,
  graph: Uint8Array<ArrayBuffer>,
  photo: PhotoPixels,
  orientation: Orientation = 1,
  labels?: string,
): Promise<Prediction & { shape: number[] }> {
  const model = { bytes: graph.length, sha256: '0'.repeat(64) };
  const manifest = completeManifest(parseManifestDraft(value), labels ? { model, labels } : { model });
  const tensor = toInputTensor(photo, manifest.input, orientation);
  const inputs = modelInputs(manifest.input, tensor);
  const outputs = await runSession(await createSession(graph), inputs, outputNames(manifest.output));
  return { ...decodeOutput(outputs, manifest, tensor), shape: tensor.shape };
}

describe('signatures of models for camera traps', () => {
  it('MegaDetector v5: a photo of 4:3 takes 1280 x 960, one on its side 960 x 1280', async () => {
    const cells = Float32Array.of(
      ...[640, 480, 320, 240, 0.75, 0.5, 0, 0],
      ...[100, 100, 50, 50, 0.001, 0.5, 0.5, 0.5],
    );
    const graph = constantGraph(
      [{ name: 'images', shape: [1, 3, 'height', 'width'] }],
      [{ name: 'output', shape: [1, 2, 8], data: cells }],
    );
    const upright = await predict(megadetector, graph, photoOf(2048, 1536));
    expect(upright.shape).toEqual([1, 3, 960, 1280]);
    expect(upright.detections).toEqual([
      { labelIndex: 0, score: 0.375, box: { x: 0.375, y: 0.375, width: 0.25, height: 0.25 } },
    ]);
    const turned = await predict(megadetector, graph, photoOf(2048, 1536), 6);
    expect(turned.shape).toEqual([1, 3, 1280, 960]);
    expect(turned.detections[0]?.box).toEqual({
      x: 0.5,
      y: 0.28125,
      width: Math.fround(320 / 960),
      height: 0.1875,
    });
  });

  it('MegaDetector v1000 sorrel: transposed, no objectness', async () => {
    // Two cells: rows are centre x, centre y, width, height, animal, person, vehicle.
    const rows = Float32Array.of(480, 0, 360, 0, 480, 0, 360, 0, 0.25, 0, 0.625, 0, 0, 0);
    const graph = constantGraph(
      [{ name: 'images', shape: [1, 3, 'height', 'width'] }],
      [{ name: 'output0', shape: [1, 7, 2], data: rows }],
    );
    const { detections, shape } = await predict(sorrel, graph, photoOf(1600, 1200));
    // 960 x 720 is padded to 736 rows, 8 above.
    expect(shape).toEqual([1, 3, 736, 960]);
    const box = { x: 0.25, y: Math.fround(172 / 720), width: 0.5, height: 0.5 };
    expect(detections).toEqual([
      { labelIndex: 1, score: 0.625, box },
      { labelIndex: 0, score: 0.25, box },
    ]);
  });

  it('MegaDetector v6 YOLOv10: 300 finished rows at 1280', async () => {
    const data = new Float32Array(300 * 6);
    data.set([320, 480, 640, 640, 0.875, 2]);
    const graph = constantGraph(
      [{ name: 'images', shape: [1, 3, 1280, 1280] }],
      [{ name: 'output0', shape: [1, 300, 6], data }],
    );
    const { detections } = await predict(yolov10, graph, photoOf(1280, 960));
    expect(detections).toEqual([
      {
        labelIndex: 2,
        score: 0.875,
        box: { x: 0.25, y: Math.fround(1 / 3), width: 0.25, height: Math.fround(1 / 6) },
      },
    ]);
  });

  it('MegaDetector v6 RT-DETR: two inputs, three outputs', async () => {
    const labels = new BigInt64Array(300);
    labels.set([1n, 0n]);
    const boxes = new Float32Array(300 * 4);
    boxes.set([160, 320, 320, 640, 0, 0, 640, 640]);
    const scores = new Float32Array(300);
    scores.set([0.75, 0.5]);
    const graph = constantGraph(
      [
        { name: 'images', shape: ['N', 3, 640, 640] },
        { name: 'orig_target_sizes', shape: ['N', 2], type: 'int64' },
      ],
      [
        { name: 'labels', shape: [1, 300], type: 'int64', data: labels },
        { name: 'boxes', shape: [1, 300, 4], data: boxes },
        { name: 'scores', shape: [1, 300], data: scores },
      ],
    );
    const { detections } = await predict(rtdetr, graph, photoOf(1000, 400));
    expect(detections).toEqual([
      { labelIndex: 1, score: 0.75, box: { x: 0.25, y: 0.5, width: 0.25, height: 0.5 } },
      { labelIndex: 0, score: 0.5, box: { x: 0, y: 0, width: 1, height: 1 } },
    ]);
  });

  it('SpeciesNet: pixels by pixels of 480, and the best of 2,498 labels', async () => {
    const logits = new Float32Array(2498);
    logits[2000] = Math.log(2497);
    const graph = constantGraph(
      [{ name: 'input', shape: ['N', 480, 480, 3] }],
      [{ name: 'output', shape: [1, 2498], data: logits }],
    );
    const lines = Array.from({ length: 2498 }, (_, index) => `id;class;order;family;genus;species ${index};`);
    const { labelScores, shape } = await predict(speciesnet, graph, photoOf(64, 48), 1, lines.join('\n'));
    expect(shape).toEqual([1, 480, 480, 3]);
    expect(labelScores).toHaveLength(2498);
    expect(labelScores[2000]).toBeCloseTo(0.5, 6);
  });
});
