/** Draws the sample photos off the page. */
export interface DrawWorker {
  /** Paths of the sample folder's photos, relative to it. */
  paths(): string[];
  /** The bytes of one sample photo, a JPEG with EXIF. @throws RangeError for a path that is not in the folder */
  render(path: string): Uint8Array<ArrayBuffer>;
}
