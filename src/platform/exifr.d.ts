/** The full build by its own name: the types that the package brings pull those of Node.js into the page. */
declare module 'exifr/dist/full.esm.mjs' {
  type Switches = Record<string, unknown>;

  const exifr: {
    /** Blocks by name when `mergeOutput` is false; undefined for a file without any. */
    parse(bytes: Uint8Array, options: Switches): Promise<unknown>;
    /** `xmp` is the one whose parser takes text: tags by namespace. */
    segmentParsers: ReadonlyMap<string, { parse(text: string, options: Switches): unknown }>;
    tagRevivers: ReadonlyMap<string, Map<number, unknown>>;
  };
  export default exifr;
}
