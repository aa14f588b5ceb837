/** By extension; whatever else is sifted is JPEG by another name. */
const mediaTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
};

/** The media type of a photo, by its name. */
export function mediaTypeOf(path: string): string {
  return mediaTypes[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'image/jpeg';
}

/**
 * A path as Camtrap DP allows it: it may not begin with `.`, `/` or `~`, hold `..` or break a line. Paths that would are
 * percent-encoded in those places; the file's own name stands beside it unchanged.
 */
export function packagePath(path: string): string {
  const encoded = (character: string): string =>
    ({ '.': '%2E', '/': '%2F', '~': '%7E' })[character] ?? encodeURIComponent(character);
  return path
    .replace(/^[./~]/, encoded)
    .replace(/\.(?=\.)/g, encoded)
    .replace(/[\r\n\u2028\u2029]/g, encoded);
}
