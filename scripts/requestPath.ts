/** Where a request leads: to a file below the served folder, to another address, or nowhere. */
export type RequestTarget =
  | { kind: 'file'; segments: string[] }
  | { kind: 'redirect'; location: string }
  | { kind: 'refused'; status: 400 | 404 };

const hashedAsset = /(^|\/)assets\/[^/]+-[\w-]{8,}\.\w+$/;

/** `sub/path` as `/sub/path/`; the root as `/`. */
export function normalizeBase(base: string): string {
  const segments = base.split('/').filter((segment) => segment !== '');
  return segments.length === 0 ? '/' : `/${segments.join('/')}/`;
}

/**
 * Turns the raw request target of an HTTP request into path segments below the served folder. Anything that
 * could leave it (`..`, also percent-encoded, a backslash, a NUL, a drive letter) is refused, not repaired.
 */
export function resolveRequest(url: string, base: string): RequestTarget {
  const rawPath = url.split(/[?#]/, 1)[0] ?? '';
  if (`${rawPath}/` === base) return { kind: 'redirect', location: base };
  let path: string;
  try {
    path = decodeURIComponent(rawPath);
  } catch {
    return { kind: 'refused', status: 400 };
  }
  if (path.includes('\0')) return { kind: 'refused', status: 400 };
  if (!path.startsWith(base)) return { kind: 'refused', status: 404 };
  const segments = path.slice(base.length).split('/');
  if (segments.at(-1) === '') segments[segments.length - 1] = 'index.html';
  const leaves = segments.some((segment) => segment === '' || /^\.{1,2}$|[\\:]/.test(segment));
  return leaves ? { kind: 'refused', status: 404 } : { kind: 'file', segments };
}

/** Hashed files never change under their name; everything else is asked for again each time. */
export function cacheControl(path: string): string {
  return hashedAsset.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}
