import type { ModelManifest } from './modelManifest.ts';
import { recordOf } from '../../files/json/jsonValue.ts';
import type { ImportedModel } from '../prediction/importedModel.ts';

/** True for a model that has results only: it has no weights, and is never run. */
export function isResultsOnly({ files }: Pick<ModelManifest, 'files'>): boolean {
  return !files.some(({ kind }) => kind === 'model');
}

/** What the file that results came in said of itself; null for models that are run, and where it said nothing. */
export function importedInfo(manifest: ModelManifest): Readonly<Record<string, unknown>> | null {
  const { info } = recordOf(manifest['results']);
  return isResultsOnly(manifest) && typeof info === 'object' ? recordOf(info) : null;
}

/**
 * What decides what an imported model's stored results mean, as one text. Its hash is the key they are kept under:
 * files of one model with the same labels go under one key, and their photos add up.
 */
export function importedIdentity({ id, version, labels }: ImportedModel): string {
  return JSON.stringify([
    'imported',
    id,
    version,
    labels.map(({ name, role, taxon }) => [name, role, taxon ?? '']),
  ]);
}

/**
 * The manifest of an imported model, so that everything which lists models, decides and exports treats it as one.
 * It names no files; what it says of input and output is never used.
 *
 * @param source where it came from: the name of the file
 */
export function importedManifest(model: ImportedModel, source: string): ModelManifest {
  const { id, version, name, labels, typical, conservative, info } = model;
  const threshold = (role: 'animal' | 'person' | 'vehicle') => ({
    typical: typical[role],
    conservative: conservative[role],
  });
  return {
    schemaVersion: 1,
    id,
    version,
    name,
    license: 'as its maker says',
    source,
    citation: name,
    description: '',
    task: 'detector',
    files: [],
    labels: labels.map((label) => ({ ...label })),
    input: {
      name: 'none',
      layout: 'NCHW',
      type: 'float32',
      width: 1,
      height: 1,
      colorOrder: 'RGB',
      range: [0, 1],
      mean: [0, 0, 0],
      std: [1, 1, 1],
      resize: { mode: 'stretch' },
      interpolation: 'bilinear',
      antialias: true,
      exactDecode: undefined,
    },
    output: { name: 'none', decoder: 'yolov10', scoreFloor: 0, maxDetections: 1 },
    thresholds: {
      animal: threshold('animal'),
      person: threshold('person'),
      vehicle: threshold('vehicle'),
      measuredOn: 'what the file says',
    },
    runtime: { preferred: ['wasm'], notes: '' },
    ...(info ? { results: { info } } : {}),
  };
}
