import type { BesideRun } from '../../core/decisions/gate/besideWords.ts';

/** What the page asks of the worker that packs surveys. */
export interface BlocksWorker {
  /** Packs what is not packed yet. @param keys of the runs of models whose outputs go with the photos @param beside of other models, of which what they said of people does */
  pack(folderIds: readonly string[], keys: readonly string[], beside: readonly BesideRun[]): Promise<void>;
}
