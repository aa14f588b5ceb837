import type { BesideRun } from '../../core/decisions/gate/besideWords.ts';
import type { Failure } from '../../core/files/failure.ts';
import type { Media } from '../../core/photos/media.ts';
import type { ModelManifest } from '../../core/models/manifest/modelManifest.ts';
import type { ResolvedRecipe } from '../../core/decisions/recipes/recipe.ts';
import type { SentOutputs } from '../../core/decisions/recipes/outputText.ts';

/** The model a worker runs: its manifest, and its bytes by the app's own address or from a file the person gave. */
export interface SiftModel {
  /** The name under which its outputs are kept; see `modelIdentity`. */
  hash: string;
  manifest: ModelManifest;
  /** null for a model that has results only: it is never run. */
  weights: { url: string } | { blob: Blob } | null;
  /** Weights in files of their own, by their path in the pack; most models have none. */
  external?: { path: string; content: Blob }[];
  /** This worker's end of a channel to the graphics processor, where the model is computed there. */
  graphics?: MessagePort;
}

/** What a worker does with each photo, and the models it takes. */
export interface SiftRecipe {
  recipe: ResolvedRecipe;
  /** Each of the recipe's models once. */
  models: readonly SiftModel[];
  /** Runs of models that are not in use; what they said of people counts. */
  beside?: readonly BesideRun[];
}

/** One photo to sift. A file that could not be opened, or that killed two workers, comes as its failure, to be kept. */
export interface SiftJob {
  media: Media;
  file: File | { failure: Failure };
}

/** What the page learns of a photo once it is safely stored. */
export interface SiftResult {
  media: Media;
  /** What every model said, also before; null when the photo failed. */
  outputs: SentOutputs | null;
  /** What other models said of people in it before, as `peopleIn` has it. */
  beside: SentOutputs;
  /** True when the models had seen this content before and none was run. */
  known: boolean;
}

export type SiftOutcome = { kind: 'finished' } | { kind: 'storage-failed'; full: boolean; message: string };

/** What the time of a worker goes into; the rest of it is waiting for the processor. */
export type Stage = 'next' | 'read' | 'header' | 'lookup' | 'decode' | 'predict' | 'thumbnail' | 'write';

/** What a worker did between two batches of written results. */
export interface WorkShare {
  photos: number;
  /** ms since 1970. */
  from: number;
  until: number;
  /** ms; `write` runs beside the others, so together they may be more than there was time. */
  stages: Partial<Record<Stage, number>>;
}

/** What a worker asks of the page. */
export interface SiftDelegate {
  /** The next photo, when there is one; null when there are no more. Waits while the run is paused. */
  next(): Promise<SiftJob | null>;
  /** Takes results that were just written, and what the worker's time went into. Resolves once the page has them. */
  kept(results: SiftResult[], work: WorkShare): Promise<void>;
}

/** What the page asks of a worker. */
export interface SiftWorker {
  /** Loads the models. Returns an error in plain words instead of throwing: Comlink keeps only an error's message. */
  load(recipe: SiftRecipe): Promise<{ error: string | null }>;
  /** Sifts until the delegate has no more. */
  run(delegate: SiftDelegate): Promise<SiftOutcome>;
}
