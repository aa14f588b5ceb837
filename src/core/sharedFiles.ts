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
