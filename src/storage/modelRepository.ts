import { isResultsOnly } from '../core/models/manifest/importedManifest.ts';
import type { KeptFile, KeptModel } from '../core/models/pack/packModel.ts';
import {
  deleteOriginFile,
  listOriginFiles,
  readOriginFile,
  writeOriginFile,
} from '../platform/originFiles.ts';
import { broughtAgain } from '../core/decisions/gate/sameModel.ts';
import { openDatabase } from './database.ts';
import { written } from './written.ts';

const prefix = 'model-';

/** One file to keep, by its path in the pack. */
export interface FileToKeep {
  path: string;
  content: Blob;
}

/** All models that anything is kept of, oldest first; also those that only outputs are left of. */
export async function listHeardModels(): Promise<KeptModel[]> {
  const models = await (await openDatabase()).getAll('models');
  return models.sort((left, right) => left.importedAt - right.importedAt);
}

/** All models that were brought in, oldest first. */
export async function listModels(): Promise<KeptModel[]> {
  return (await listHeardModels()).filter(({ only }) => only === undefined);
}

/** Remembers what a model that comes with the app is, so that what it said is understood when another one comes. */
export async function rememberShipped(hash: string, manifest: KeptModel['manifest']): Promise<void> {
  const database = await openDatabase();
  if ((await database.getKey('models', hash)) !== undefined) return;
  const transaction = database.transaction('models', 'readwrite');
  // Another tab may have been quicker.
  const isKnown = (await transaction.store.getKey(hash)) !== undefined;
  const shipped: KeptModel = {
    ...{ hash, manifest, files: [], licenceText: null, licenceAccepted: true, preferred: false },
    ...{ speed: { milliseconds: 0, runs: 0 }, importedAt: Date.now(), only: 'shipped' },
  };
  await written(transaction, isKnown ? [] : [transaction.store.add(shipped)]);
}

/**
 * Keeps a model: first its bytes under names never used before, then its record, which makes it exist.
 * A model of the same hash is replaced; its files, which a run may still read, go at the next clean-up. Whatever ends it
 * half-way leaves no model, and files that the next clean-up deletes.
 *
 * @throws DOMException when the disk is full or the browser refuses
 */
export async function keepModel(
  model: Omit<KeptModel, 'files'>,
  contents: readonly FileToKeep[],
): Promise<KeptModel> {
  const id = crypto.randomUUID();
  const files: KeptFile[] = contents.map(({ path, content }, index) => ({
    path,
    name: `${prefix}${id}-${index}`,
    bytes: content.size,
  }));
  try {
    for (const [index, { content }] of contents.entries()) {
      await writeOriginFile(files[index]?.name ?? '', content);
    }
    const transaction = (await openDatabase()).transaction('models', 'readwrite');
    const kept = inPlaceOf(await transaction.store.get(model.hash), { ...model, files });
    await written(transaction, [transaction.store.put(kept)]);
    return kept;
  } catch (error) {
    await deleteFiles(files);
    throw error;
  }
}

/** Changes what is recorded of a model; its files stay as they are. */
export async function updateModel(model: KeptModel): Promise<void> {
  await (await openDatabase()).put('models', model);
}

/** Makes one model the one that new surveys start with; null for the built-in one. */
export async function preferModel(hash: string | null): Promise<void> {
  const transaction = (await openDatabase()).transaction('models', 'readwrite');
  const changed = (await transaction.store.getAll()).filter(
    (model) => model.preferred !== (model.hash === hash),
  );
  await written(
    transaction,
    changed.map((model) => transaction.store.put({ ...model, preferred: !model.preferred })),
  );
}

/** One file of a kept model. @throws DOMException `NotFoundError` when the browser has lost it */
export function openModelFile({ files }: KeptModel, path: string): Promise<File> {
  return readOriginFile(files.find((file) => file.path === path)?.name ?? path);
}

/** Takes a model away, then deletes its files. What it said of photos stays, and what that means. */
export async function removeModel(hash: string): Promise<void> {
  const transaction = (await openDatabase()).transaction('models', 'readwrite');
  const removed = await transaction.store.get(hash);
  const isHeard = removed && !isResultsOnly(removed.manifest);
  await written(transaction, [
    isHeard
      ? transaction.store.put({ ...removed, files: [], preferred: false, only: 'removed' })
      : transaction.store.delete(hash),
  ]);
  await deleteFiles(removed?.files ?? []);
}

/**
 * Deletes what an interrupted import or removal left: files without a record. A model whose files the browser has lost
 * stays, without them: what it said holds.
 * Must not run while a model is being kept, here or in another tab.
 */
export async function cleanUpModels(): Promise<void> {
  const names = new Set((await listOriginFiles()).filter((name) => name.startsWith(prefix)));
  const used = new Set<string>();
  for (const { hash, files } of await listModels()) {
    if (files.every(({ name }) => names.has(name))) for (const { name } of files) used.add(name);
    else await loseFiles(hash);
  }
  for (const name of names) if (!used.has(name)) await deleteOriginFile(name);
}

async function loseFiles(hash: string): Promise<void> {
  const transaction = (await openDatabase()).transaction('models', 'readwrite');
  const lost = await transaction.store.get(hash);
  await written(transaction, lost ? [transaction.store.put({ ...lost, files: [] })] : []);
}

/** What a person said of the model that is replaced still holds, unless the licence is another. */
function inPlaceOf(replaced: KeptModel | undefined, model: KeptModel): KeptModel {
  if (!replaced) return model;
  const sameLicence =
    replaced.licenceText === model.licenceText && replaced.manifest.license === model.manifest.license;
  return {
    ...model,
    // Results that came with a file have no weights to lose.
    files: model.files.length > 0 ? model.files : replaced.files,
    manifest:
      model.files.length > 0 || replaced.files.length === 0
        ? broughtAgain(replaced.manifest, model.manifest)
        : replaced.manifest,
    preferred: replaced.preferred,
    licenceAccepted: replaced.licenceAccepted && sameLicence,
  };
}

async function deleteFiles(files: readonly KeptFile[]): Promise<void> {
  // A file that is still being read cannot be deleted everywhere: the next clean-up does.
  for (const { name } of files) await deleteOriginFile(name).catch(() => null);
}
