import type { OnnxDescription } from '../../core/files/onnxFile.ts';
import { checkExternalFiles } from '../../core/models/pack/packCheck.ts';
import { hashOffPage } from '../../workers/pack/packWorkerLife.ts';
import type { PackSource } from './packSource.ts';

/** A file of weights that a model without a manifest asks for. */
export interface FileBesideModel {
  path: string;
  content: Blob;
  sha256: string;
}

/**
 * Finds the files of weights that a model without a manifest keeps beside it.
 *
 * @param modelPath a file at the top of the source
 * @throws PackFailure that names those which are not there
 */
export async function filesBesideModel(
  source: PackSource,
  modelPath: string,
  description: OnnxDescription,
): Promise<FileBesideModel[]> {
  const found: FileBesideModel[] = [];
  for (const path of description.externalFiles) {
    const content = await source.open(path).catch(() => null);
    if (content) found.push({ path, content, sha256: await hashOffPage(path, content) });
  }
  checkExternalFiles(
    modelPath,
    description,
    found.map(({ path }) => path),
  );
  return found;
}
