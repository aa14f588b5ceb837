import type { ModelManifest } from '../manifest/modelManifest.ts';

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/** The manifest's own file of weights. */
export function weightsFileOf(manifest: ModelManifest): ModelManifest['files'][number] {
  const file = manifest.files.find(({ kind }) => kind === 'model');
  if (!file) throw new RangeError('The manifest names no file of kind "model".');
  return file;
}

/** Files beside the model that hold weights of it, each with the name by which the model asks for it. */
export function externalFilesOf(
  manifest: ModelManifest,
): { location: string; file: ModelManifest['files'][number] }[] {
  const model = weightsFileOf(manifest).path;
  const folder = model.slice(0, model.lastIndexOf('/') + 1);
  return manifest.files
    .filter(({ kind }) => kind === 'data')
    .map((file) => ({
      location: file.path.startsWith(folder) ? file.path.slice(folder.length) : file.path,
      file,
    }));
}

/**
 * Everything that decides what a model says of a photo, as one text: the weights and how they are fed and read.
 * Its hash names the model's stored outputs, so that the same weights under a corrected manifest start afresh,
 * while new thresholds, names or licences change nothing.
 */
export function modelIdentity(manifest: ModelManifest): string {
  const { input, output, labels } = manifest;
  const weights = weightsFileOf(manifest).sha256;
  const external = externalFilesOf(manifest).map(({ location, file }) => [location, file.sha256]);
  return JSON.stringify(
    sorted({
      weights,
      ...(external.length > 0 ? { external: external.sort() } : {}),
      input,
      output,
      labels: labels.length,
    }),
  );
}
