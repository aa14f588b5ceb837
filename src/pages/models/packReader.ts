import { completeManifest, parseManifestDraft } from '../../core/models/manifest/manifestDraft.ts';
import { ModelManifestError, type ModelManifest } from '../../core/models/manifest/modelManifest.ts';
import { PackFailure } from '../../core/models/pack/packFailure.ts';
import { readText } from '../../platform/textFile.ts';
import { manifestName, type HashModel, type PackSource } from './packSource.ts';
import type { PackContents } from '../../workers/pack/contract.ts';

const mostManifestBytes = 4_000_000;
const mostProblems = 6;
const mostTextBytes = 4_000_000;

async function openFile(source: PackSource, path: string): Promise<Blob> {
  try {
    return await source.open(path);
  } catch (error) {
    if (error instanceof PackFailure) throw error;
    const isMissing =
      error instanceof DOMException && ['NotFoundError', 'TypeMismatchError'].includes(error.name);
    if (isMissing && path === manifestName) throw new PackFailure('no-manifest', source.name);
    if (isMissing) throw new PackFailure('file-missing', path);
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    throw new PackFailure('file-unreadable', path, detail);
  }
}

async function readJson(source: PackSource): Promise<unknown> {
  const file = await openFile(source, manifestName);
  if (file.size === 0) throw new PackFailure('file-empty', manifestName);
  if (file.size > mostManifestBytes) throw new PackFailure('manifest-too-long', manifestName);
  try {
    const value: unknown = JSON.parse(await readText(file));
    // A list would pass for an object without any of its fields.
    return Array.isArray(value) ? null : value;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new PackFailure('manifest-not-json', manifestName, detail);
  }
}

/** @throws PackFailure for what `read` says of the manifest */
export function orInvalid<Read>(read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ModelManifestError)) throw error;
    const { problems } = error;
    const more = problems.length > mostProblems ? [`+ ${problems.length - mostProblems}`] : [];
    const shown = [...problems.slice(0, mostProblems), ...more];
    throw new PackFailure('manifest-invalid', manifestName, shown.join('\n'));
  }
}

/**
 * Reads a pack's manifest and finds the files it names, without reading those.
 *
 * @throws PackFailure
 */
export async function readPack(source: PackSource, hashModel: HashModel): Promise<PackContents> {
  const value = await readJson(source);
  const draft = orInvalid(() => parseManifestDraft(value));
  const contents = new Map<string, Blob>();
  for (const { path } of draft.files) {
    if (!contents.has(path)) contents.set(path, await openFile(source, path));
  }
  const textOf = async (path: string): Promise<string> => {
    const content = contents.get(path) ?? (await openFile(source, path));
    return readText(content.slice(0, mostTextBytes));
  };
  const { labelFile } = draft;
  const labels = draft.labels || !labelFile ? null : await textOf(labelFile.path);
  const model = draft.files.find(({ kind }) => kind === 'model');
  const weights = contents.get(model?.path ?? '') ?? new Blob();
  const sha256 = model?.sha256 ?? (await hashModel(model?.path ?? '', weights));
  const found = { model: { bytes: weights.size, sha256 }, ...(labels === null ? {} : { labels }) };
  const manifest: ModelManifest = orInvalid(() => completeManifest(draft, found));
  const licence = manifest.files.find(({ kind }) => kind === 'license');
  return {
    manifest,
    files: [...contents].map(([path, content]) => ({ path, content })),
    licenceText: licence ? await textOf(licence.path) : null,
  };
}
