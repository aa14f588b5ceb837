import type { BareModel, BareModelForm } from './bareModel.ts';
import { parseLabelLines } from '../manifest/labelRole.ts';

const imagenet = { mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] };
const plain = { mean: [0, 0, 0], std: [1, 1, 1] };
const boxes = { scoreFloor: 0.05, maxDetections: 100 };

function outputOf({ decoder, activation }: BareModelForm, outputs: readonly string[]): object {
  const [name = ''] = outputs;
  switch (decoder) {
    case 'classifier':
      return { name, decoder, activation };
    case 'rtdetr':
      return { decoder, names: { labels: 'labels', boxes: 'boxes', scores: 'scores' }, ...boxes };
    case 'yolov10':
      return { name, decoder, ...boxes };
    default:
      return { name, decoder, nmsIou: 0.5, ...boxes };
  }
}

function resizeOf({ fitting, decoder, width, height }: BareModelForm): object {
  if (fitting === 'letterbox') {
    return { mode: fitting, align: decoder === 'yolox' ? 'corner' : 'center', padValue: 114 };
  }
  return fitting === 'stretch' ? { mode: fitting } : { mode: fitting, shorterSide: Math.max(width, height) };
}

/** A name as a manifest's `id` allows it. */
function idOf(name: string): string {
  const id = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+|-+$/g, '');
  return id === '' ? 'model' : id;
}

/**
 * The manifest for a model that came without one, from the form a person filled in. It is not checked here:
 * `parseModelManifest` names what is wrong with it.
 *
 * @param external files of weights beside the model
 */
export function bareManifest(
  fileName: string,
  { input, sizeInput, outputs }: Pick<BareModel, 'input' | 'sizeInput' | 'outputs'>,
  form: BareModelForm,
  file: { bytes: number; sha256: string },
  external: readonly { path: string; bytes: number; sha256: string }[] = [],
): unknown {
  const threshold =
    form.decoder === 'classifier' ? { typical: 0.5, conservative: 0.2 } : { typical: 0.3, conservative: 0.1 };
  const label = form.name.trim();
  return {
    schemaVersion: 1,
    id: idOf(label),
    version: file.sha256.slice(0, 8),
    name: label,
    license: form.license.trim(),
    source: `brought in from the file ${fileName}`,
    citation: label,
    description: 'Brought in as a single file, without a model card.',
    files: [
      { path: fileName, kind: 'model', ...file },
      ...external.map((named) => ({ ...named, kind: 'data' })),
    ],
    task: form.decoder === 'classifier' ? 'classifier' : 'detector',
    input: {
      ...input,
      ...(sizeInput && { sizeInput: { ...sizeInput, order: 'width-height' } }),
      width: form.width,
      height: form.height,
      colorOrder: form.decoder === 'yolox' ? 'BGR' : 'RGB',
      range: form.pixels === 'byte' ? [0, 255] : [0, 1],
      ...(form.pixels === 'imagenet' ? imagenet : plain),
      resize: resizeOf(form),
      interpolation: 'bilinear',
      antialias: true,
    },
    output: outputOf(form, outputs),
    labels: parseLabelLines(form.labels),
    thresholds: { animal: threshold, person: threshold, vehicle: threshold, measuredOn: 'nothing yet' },
    // The graphics processor is tried as with any model, and taken only when it gives the same answers faster.
    runtime: { preferred: ['webgpu', 'wasm'], notes: '' },
  };
}
