/**
 * How the service worker hands files that another app shared to the page: a share is a POST, which no page ever sees, so
 * the files wait in a cache of this name until the page that opens next takes them out.
 */
export const sharedFilesCache = 'fieldsift-shared';

/** Relative to the app; as in the web app manifest. */
export const shareTarget = 'share-target';

/** The form's field that holds the files; as in the web app manifest. */
export const sharedField = 'files';

/** Headers of what waits in the cache: the file's name, percent-encoded, and when it was changed, in ms since 1970. */
export const sharedHeaders = { name: 'X-File-Name', modified: 'X-File-Modified' } as const;

/** Files that may wait for an answer; what comes after is not kept. */
export const mostShared = 2000;

/** Whether a file is of the kinds that the web app manifest asks for: photos and project files, never a model. */
export function maySend({ name, type }: { name: string; type: string }): boolean {
  if (/\.(?:jpe?g|png|webp|avif|fieldsift)$/i.test(name)) return true;
  return type.startsWith('image/') && !/\.(?:onnx|zip|json)$/i.test(name);
}

/** Whether a page of another website sent a share; the operating system's own come from no page. */
export function isFromElsewhere(request: Pick<Request, 'referrer' | 'headers'>, origin: string): boolean {
  if (['cross-site', 'same-site'].includes(request.headers.get('Sec-Fetch-Site') ?? '')) return true;
  const senders = [request.referrer, request.headers.get('Origin') ?? ''];
  return senders.some((sender) => /^https?:/i.test(sender) && new URL(sender).origin !== origin);
}
