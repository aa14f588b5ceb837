import manifestJson from '../../../models/lookout/manifest.json';
import weightsUrl from '../../../models/lookout/lookout.int8.onnx?url';
import type { ModelManifest } from '../../core/models/manifest/modelManifest.ts';
import type { BuiltInModel } from './models.svelte.ts';

/** Lookout, the model the app ships: it says where animals, people and vehicles are. */
export function builtInModel(): BuiltInModel {
  return {
    // Checked by a test instead of at every start.
    manifest: manifestJson as unknown as ModelManifest,
    weights: { url: new URL(weightsUrl, document.baseURI).href },
  };
}
