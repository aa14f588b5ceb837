import type { PackContents } from '../../workers/pack/contract.ts';
import { inspectOffPage } from '../../workers/pack/packWorkerLife.ts';
import { readBare, type AskForm } from './bareReader.ts';
import { openArchive } from './packArchive.ts';
import { readPack } from './packReader.ts';
import type { HashModel, PackSource } from './packSource.ts';

/*
 * Everything that reads what a person brings in, with the rules of manifests: loaded when something comes.
 */

const hashModel: HashModel = async (path, content) => (await inspectOffPage(path, content)).sha256;

/** Reads a folder with a manifest. @throws PackFailure */
export function readFolder(source: PackSource): Promise<PackContents> {
  return readPack(source, hashModel);
}

/** Reads a .zip: a pack, or one model. @throws PackFailure, or what `ask` throws */
export async function readArchive(archive: File, ask: AskForm): Promise<PackContents> {
  const { source, hasManifest, modelPaths } = await openArchive(archive);
  return hasManifest ? readPack(source, hashModel) : readBare(source, modelPaths, ask);
}

/** Reads a model without a manifest. @throws PackFailure, or what `ask` throws */
export function readModel(source: PackSource, paths: readonly string[], ask: AskForm): Promise<PackContents> {
  return readBare(source, paths, ask);
}
