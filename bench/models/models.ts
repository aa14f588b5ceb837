import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseModelManifest, type ModelManifest } from '../../src/core/models/manifest/modelManifest.ts';
import { repositoryRoot } from '../../scripts/packageCommand.ts';
import { benchCache } from '../cache.ts';
import { measureRanges, spreadAnswers, spreadScores } from './calibration.ts';
import { efficientNetB0, featuresOutput, mobileNetV2 } from './classifiers.ts';
import { classifierManifest, yoloManifest } from './manifests.ts';
import { onnxBytes, type Graph } from './onnxWriter.ts';
import { quantise } from './quantise.ts';
import { writeTransformersFiles } from './transformersFiles.ts';
import { yoloHeads, yoloV5s } from './yolo.ts';

/** A model as every program here takes it. */
export interface BenchModel {
  id: string;
  /** As the tables name it. */
  title: string;
  manifest: ModelManifest;
  /** The `.onnx` file. */
  path: string;
  /** The pack for Fieldsift; null for the one it ships. */
  pack: string | null;
}

/** Raise it when a graph or its making changes. */
const edition = 6;
const modelsFolder = join(benchCache, 'models');

interface Recipe {
  id: string;
  title: string;
  manifest: () => Record<string, unknown>;
  build: (photos: readonly string[], manifest: ModelManifest) => Promise<Graph>;
}

const recipes: Recipe[] = [
  {
    id: 'mobilenet-v2-like',
    title: 'MobileNetV2-like, fp32, 224 px',
    manifest: () => classifierManifest('mobilenet-v2-like', 'MobileNetV2-like'),
    build: async (photos, manifest) => {
      const graph = mobileNetV2();
      await spreadAnswers(graph, featuresOutput, photos, manifest);
      return graph;
    },
  },
  {
    id: 'efficientnet-b0-like',
    title: 'EfficientNet-B0-like, fp32, 224 px',
    manifest: () => classifierManifest('efficientnet-b0-like', 'EfficientNet-B0-like'),
    build: async (photos, manifest) => {
      const graph = efficientNetB0();
      await spreadAnswers(graph, featuresOutput, photos, manifest);
      return graph;
    },
  },
  {
    id: 'yolov5s-like-int8',
    title: 'YOLOv5s-like, int8, 640 px',
    manifest: () => yoloManifest('yolov5s-like-int8', 'YOLOv5s-like'),
    build: async (photos, manifest) => {
      const graph = yoloV5s();
      await spreadScores(graph, yoloHeads(graph), photos.slice(0, 3), manifest);
      return quantise(graph, await measureRanges(graph, photos.slice(0, 3), manifest));
    },
  },
];

function withFile(manifest: Record<string, unknown>, bytes: Uint8Array): ModelManifest {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return parseModelManifest({
    ...manifest,
    files: [{ path: 'model.onnx', kind: 'model', bytes: bytes.length, sha256 }],
  });
}

async function readManifest(folder: string): Promise<ModelManifest> {
  return parseModelManifest(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
}

/** Makes a model on first use. @param photos by which it is scaled, so that it gives different answers */
async function made(
  { id, title, manifest, build }: Recipe,
  photos: readonly string[],
  say: (line: string) => void,
): Promise<BenchModel> {
  const pack = join(modelsFolder, `${id}.${edition}`);
  if (!existsSync(pack)) {
    say(`Making ${title} (once)…`);
    const part = `${pack}.part`;
    await rm(part, { recursive: true, force: true });
    await mkdir(part, { recursive: true });
    const draft = withFile(manifest(), new Uint8Array(1));
    const bytes = onnxBytes(await build(photos, draft));
    const complete = withFile(manifest(), bytes);
    await writeFile(join(part, 'model.onnx'), bytes);
    await writeFile(join(part, 'manifest.json'), JSON.stringify(complete, null, 2));
    if (complete.task === 'classifier') await writeTransformersFiles(part, complete);
    await rename(part, pack);
  }
  return { id, title, manifest: await readManifest(pack), path: join(pack, 'model.onnx'), pack };
}

/** All models of the benchmark, the built-in one first. */
export async function benchModels(
  photos: readonly string[],
  say: (line: string) => void,
): Promise<BenchModel[]> {
  const folder = join(repositoryRoot, 'models', 'lookout');
  const manifest = await readManifest(folder);
  const file = manifest.files.find(({ kind }) => kind === 'model')?.path ?? '';
  const { width, height } = manifest.input;
  const models: BenchModel[] = [
    {
      id: 'lookout',
      title: `Lookout, ${width} x ${height} px`,
      manifest,
      path: join(folder, file),
      pack: null,
    },
  ];
  for (const recipe of recipes) models.push(await made(recipe, photos, say));
  return models;
}
