import { parseModelManifest } from '../../core/models/manifest/modelManifest.ts';
import { bareManifest } from '../../core/models/pack/bareManifest.ts';
import { recogniseModel, withNames, type BareModel, type BareModelForm } from '../../core/models/pack/bareModel.ts';
import { PackFailure } from '../../core/models/pack/packFailure.ts';
import type { PackContents } from '../../workers/pack/contract.ts';
import { inspectOffPage } from '../../workers/pack/packWorkerLife.ts';
import { filesBesideModel } from './filesBesideModel.ts';
import { labelsBeside } from './labelsBeside.ts';
import { orInvalid } from './packReader.ts';
import type { PackSource } from './packSource.ts';

/** Asks a person what the file of a model does not say. */
export type AskForm = (fileName: string, model: BareModel) => Promise<BareModelForm>;

/**
 * Reads a model that came without a manifest.
 *
 * @param paths the models of the source, of which there must be one
 * @throws PackFailure, or what `ask` throws
 */
export async function readBare(
  source: PackSource,
  paths: readonly string[],
  ask: AskForm,
): Promise<PackContents> {
  const [path] = paths;
  if (path === undefined) throw new PackFailure('no-model', source.name);
  if (paths.length > 1) throw new PackFailure('several-models', source.name, String(paths.length));
  const content = await source.open(path);
  const { description, sha256 } = await inspectOffPage(path, content);
  const beside = await filesBesideModel(source, path, description);
  const recognised = recogniseModel(path, description);
  const names = recognised.hasNames ? null : await labelsBeside(source, path, recognised.labelCount);
  const model = names ? withNames(recognised, names) : recognised;
  const form = await ask(path, model);
  const external = beside.map((file) => ({ path: file.path, bytes: file.content.size, sha256: file.sha256 }));
  const written = bareManifest(path, model, form, { bytes: content.size, sha256 }, external);
  const manifest = orInvalid(() => parseModelManifest(written));
  return {
    manifest,
    files: [{ path, content }, ...beside.map((file) => ({ path: file.path, content: file.content }))],
    licenceText: null,
  };
}
