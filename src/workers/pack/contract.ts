import type { OnnxDescription } from '../../core/files/onnxFile.ts';
import type { ModelManifest } from '../../core/models/manifest/modelManifest.ts';
import type { PackFault } from '../../core/models/pack/packFailure.ts';
import type { KeptModel } from '../../core/models/pack/packModel.ts';
import type { WasmMeasurement } from '../graphics/contract.ts';
import type { SiftModel } from '../sift/contract.ts';

/** A model on its way in: its manifest and the files it names, with their bytes not read yet. */
export interface PackContents {
  manifest: ModelManifest;
  /** Each file once, by its path in the manifest. */
  files: { path: string; content: Blob }[];
  licenceText: string | null;
}

/** What a model file says of itself, and the hash of its bytes. */
export interface InspectedModel {
  description: OnnxDescription;
  sha256: string;
}

/** An answer, or why there is none: errors would lose all but their message between worker and page. */
export type OrFault<Answer> = { answer: Answer } | { fault: PackFault };

/** How far the taking-in of a model is. */
export type PackStep = 'checking' | 'loading' | 'trying' | 'keeping';

/** What the page asks of the worker that takes a model in and measures it. */
export interface PackWorker {
  /** Reads a bare model file. */
  inspect(name: string, file: Blob): Promise<OrFault<InspectedModel>>;
  /** SHA-256, in hex, of a file that stands beside a model. */
  hash(name: string, file: Blob): Promise<OrFault<string>>;
  /** Runs a model on the trial's picture, as a yardstick for the graphics processor. */
  measure(model: SiftModel): Promise<OrFault<WasmMeasurement>>;
  /**
   * Checks every file of a pack, tries the model on a grey picture and on the photos, and keeps it.
   * Nothing is kept when any of that fails.
   */
  takeIn(pack: PackContents, photos: File[], onStep: (step: PackStep) => void): Promise<OrFault<KeptModel>>;
}
