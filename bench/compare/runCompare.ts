import { statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../../scripts/packageCommand.ts';
import type { BenchArguments } from '../arguments.ts';
import { builtApp } from '../fieldsift/builtApp.ts';
import { benchModels } from '../models/models.ts';
import { openBenchPage } from '../page/benchPage.ts';
import { peersFolder } from '../peers/install.ts';
import { drawnPhotos, photosIn } from '../photos/photos.ts';
import { describeMachine, modelResults, ratiosOf, type Results } from '../report/results.ts';
import { resultTables, withTables } from '../report/table.ts';
import { measureModel } from './compare.ts';
import { effortFor, type ModelMeasurements } from './measurements.ts';

async function versionOf(packageFolder: string): Promise<string> {
  const text = await readFile(join(packageFolder, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

async function versions(chromium: string): Promise<Record<string, string>> {
  const peers = join(peersFolder, 'node_modules');
  return {
    Chromium: chromium,
    'onnxruntime-web': await versionOf(join(repositoryRoot, 'node_modules', 'onnxruntime-web')),
    'transformers.js': await versionOf(join(peers, '@huggingface', 'transformers')),
    sharp: await versionOf(join(peers, 'sharp')),
    'onnxruntime-node': await versionOf(join(peers, 'onnxruntime-node')),
    'Node.js': process.versions.node,
  };
}

/** Drawn photos by which models are scaled. */
const scenes = 16;
/** The same tensor through the same model must give the same numbers, up to rounding. */
const mostDifference = 0.02;

function assertAgreement(models: readonly ModelMeasurements[]): void {
  for (const { title, agreement } of models) {
    const { native, transformers } = agreement.sameTensor;
    if (native > mostDifference || (transformers ?? 0) > mostDifference) {
      throw new Error(`${title}: the programs do not agree on the same tensor: ${JSON.stringify(agreement)}`);
    }
  }
}

/** Measures all models in all programs and writes results and tables. */
export async function runCompare(
  { photos: own, quick }: BenchArguments,
  say: (line: string) => void,
): Promise<void> {
  const app = await builtApp();
  const models = await benchModels((await drawnPhotos(scenes, say)).photos, say);
  const sets = [];
  for (const { id, manifest } of models) {
    const effort = effortFor(id, manifest.input, quick);
    const set =
      own === null ? await drawnPhotos(effort.sifted, say) : { folder: own, photos: await photosIn(own) };
    sets.push({ effort, ...set });
  }
  const [photos = []] = sets.map((set) => set.photos).sort((left, right) => right.length - left.length);
  const window = await openBenchPage(photos);
  const measured: ModelMeasurements[] = [];
  try {
    for (const [index, { effort, ...set }] of sets.entries()) {
      const model = models[index];
      if (model) measured.push(await measureModel({ window, model, app, ...set }, effort, say));
    }
  } finally {
    await window.close();
  }
  const bytes = photos.reduce((sum, photo) => sum + statSync(photo).size, 0);
  const results: Results = {
    machine: describeMachine(),
    versions: await versions(window.version),
    photos: { count: photos.length, megabytes: bytes / photos.length / 1e6, drawn: own === null },
    rounds: sets[0]?.effort.rounds ?? 0,
    ratios: ratiosOf(measured),
    models: modelResults(measured),
  };
  const tables = resultTables(results);
  say(`\n${tables}\n`);
  await writeFile(join(repositoryRoot, 'bench', 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
  if (own === null && !quick) {
    const readme = join(repositoryRoot, 'README.md');
    await writeFile(readme, withTables(await readFile(readme, 'utf8'), tables));
  }
  assertAgreement(measured);
}
