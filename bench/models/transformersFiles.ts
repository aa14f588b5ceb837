import { link, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelManifest } from '../../src/core/models/manifest/modelManifest.ts';

/** Adds to a classifier's pack what transformers.js reads beside a model: the same input, in its own words. */
export async function writeTransformersFiles(folder: string, { input, labels }: ModelManifest): Promise<void> {
  const names = Object.fromEntries(labels.map(({ name }, index) => [index, name]));
  const config = {
    model_type: 'mobilenet_v2',
    architectures: ['MobileNetV2ForImageClassification'],
    id2label: names,
    label2id: Object.fromEntries(labels.map(({ name }, index) => [name, index])),
  };
  const preprocessor = {
    image_processor_type: 'ViTImageProcessor',
    do_resize: true,
    size: { width: input.width, height: input.height },
    // Bilinear.
    resample: 2,
    do_rescale: true,
    rescale_factor: 1 / 255,
    do_normalize: true,
    image_mean: input.mean,
    image_std: input.std,
  };
  await writeFile(join(folder, 'config.json'), JSON.stringify(config));
  await writeFile(join(folder, 'preprocessor_config.json'), JSON.stringify(preprocessor));
  await mkdir(join(folder, 'onnx'), { recursive: true });
  await link(join(folder, 'model.onnx'), join(folder, 'onnx', 'model.onnx'));
}
