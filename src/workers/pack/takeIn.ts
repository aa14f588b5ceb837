import { externalFilesOf, modelIdentity, weightsFileOf } from '../../core/models/pack/modelIdentity.ts';
import { PackFailure } from '../../core/models/pack/packFailure.ts';
import type { KeptModel, ModelSpeed } from '../../core/models/pack/packModel.ts';
import { textHash } from '../../platform/contentKey.ts';
import { isStorageFull } from '../../platform/storageSpace.ts';
import { keepModel } from '../../storage/modelRepository.ts';
import type { SiftModel } from '../sift/contract.ts';
import type { PackContents, PackStep } from './contract.ts';
import { inspectPack } from './inspection.ts';

/** Tries a model; a test gives one that needs no runtime. */
export type Trial = (model: SiftModel, onLoaded: () => void) => Promise<ModelSpeed>;

async function keep(model: Omit<KeptModel, 'files'>, { files }: PackContents): Promise<KeptModel> {
  try {
    return await keepModel(model, files);
  } catch (error) {
    const { name } = model.manifest;
    if (isStorageFull(error)) throw new PackFailure('storage-full', name);
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    throw new PackFailure('storage-failed', name, detail);
  }
}

/**
 * Takes a model in: checks its files, tries it, and only then keeps it.
 *
 * @throws PackFailure; nothing is kept then
 */
export async function takeIn(
  pack: PackContents,
  trial: Trial,
  onStep: (step: PackStep) => void,
): Promise<KeptModel> {
  const { manifest, files, licenceText } = pack;
  onStep('checking');
  await inspectPack(pack);
  const hash = await textHash(modelIdentity(manifest));
  const { path } = weightsFileOf(manifest);
  const blob = files.find((file) => file.path === path)?.content ?? new Blob();
  const external = externalFilesOf(manifest).map(({ file }) => file.path);
  const model: SiftModel = {
    hash,
    manifest,
    weights: { blob },
    external: files.filter((file) => external.includes(file.path)),
  };
  onStep('loading');
  const speed = await trial(model, () => onStep('trying'));
  onStep('keeping');
  const kept = {
    hash,
    manifest,
    licenceText,
    licenceAccepted: false,
    preferred: false,
    speed,
    importedAt: Date.now(),
  };
  return keep(kept, pack);
}
