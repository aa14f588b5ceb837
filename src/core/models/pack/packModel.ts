import type { ModelManifest } from '../manifest/modelManifest.ts';

/** How fast a model is on this machine. */
export interface ModelSpeed {
  /** For one photo on one worker, from decoded pixels to boxes; the median of the trial's runs. */
  milliseconds: number;
  runs: number;
}

/** One file of a model that was brought in. */
export interface KeptFile {
  /** As the manifest names it. */
  path: string;
  /** The name it is kept under. */
  name: string;
  bytes: number;
}

/** A model that a person brought in: its record in the `models` store. The bytes lie apart, as files. */
export interface KeptModel {
  /** Names the model's outputs; see `modelIdentity`. */
  hash: string;
  manifest: ModelManifest;
  files: KeptFile[];
  /** The text of its licence file, or null where the pack has none. */
  licenceText: string | null;
  /** True once a person has agreed to its licence; it is not used before. */
  licenceAccepted: boolean;
  /** True for the one model a new survey starts with; where none is, that is the built-in one. */
  preferred: boolean;
  speed: ModelSpeed;
  /** ms since 1970, UTC. */
  importedAt: number;
  /**
   * `removed`: somebody took it away, and only what it said is left. `shipped`: it came with a version of the app. Such a
   * model is not listed; its record says what its kept outputs mean.
   */
  only?: 'removed' | 'shipped';
}
