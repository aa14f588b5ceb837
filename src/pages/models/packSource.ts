/** Where a pack's files come from: a folder, or a .zip. */
export interface PackSource {
  name: string;
  /** @throws DOMException `NotFoundError` when there is no such file; PackFailure when it may not be read */
  open(path: string): Promise<Blob>;
}

export const manifestName = 'manifest.json';

/** Tells the SHA-256 of a model file; only asked where a manifest leaves it open. */
export type HashModel = (path: string, content: Blob) => Promise<string>;
