/** What the page asks of the worker that packs surveys. */
export interface BlocksWorker {
  /** Packs what is not packed yet. @param keys of the runs of models whose outputs go with the photos */
  pack(folderIds: readonly string[], keys: readonly string[]): Promise<void>;
}
