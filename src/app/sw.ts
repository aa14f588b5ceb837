import { clientsClaim } from 'workbox-core';
import {
  addPlugins,
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { contentSecurityHeader } from '../core/contentSecurityPolicy.ts';
import {
  isFromElsewhere,
  maySend,
  mostShared,
  sharedField,
  sharedFilesCache,
  sharedHeaders,
  shareTarget,
} from '../core/sharedFiles.ts';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (string | PrecacheEntry)[] };

/** The privacy wall and the isolation, also where the host sends no headers: every answer from the cache carries them. */
function withWall(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set('Content-Security-Policy', contentSecurityHeader);
  headers.set('X-Frame-Options', 'DENY');
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Embedder-Policy', 'require-corp');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

addPlugins([{ handlerWillRespond: ({ response }) => Promise.resolve(withWall(response)) }]);

// The whole app, the runtime and the built-in model: installed completely or not at all.
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

/**
 * What drives the graphics processor is large, and only some models on some computers can use it: it is kept from its
 * first use on, in the one version that this app asks for.
 */
const graphicsCache = 'fieldsift-graphics-runtime';
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && /\.asyncify-[^/]*\.wasm$/.test(url.pathname),
  async ({ request }) => {
    const cache = await caches.open(graphicsCache);
    const kept = await cache.match(request.url);
    if (kept) return withWall(kept);
    const response = await fetch(request);
    if (response.ok) {
      for (const other of await cache.keys()) await cache.delete(other);
      await cache.put(request.url, response.clone());
    }
    return withWall(response);
  },
);

/**
 * Photos and project files that another app on this device shares: kept until a person says on the page that opens now
 * whether to take them. Nothing that another website sends is kept.
 */
registerRoute(
  ({ url }) => url.href === new URL(shareTarget, self.registration.scope).href,
  async ({ request }) => {
    if (isFromElsewhere(request, self.location.origin)) {
      return Response.redirect(self.registration.scope, 303);
    }
    const form = await request.formData();
    const cache = await caches.open(sharedFilesCache);
    const share = crypto.randomUUID();
    for (const [index, file] of form.getAll(sharedField).entries()) {
      if (!(file instanceof File) || !maySend(file)) continue;
      if ((await cache.keys()).length >= mostShared) break;
      const headers = {
        [sharedHeaders.name]: encodeURIComponent(file.name),
        [sharedHeaders.modified]: String(file.lastModified),
      };
      await cache.put(
        new URL(`${shareTarget}/${share}/${index}`, self.registration.scope),
        new Response(file, { headers }),
      );
    }
    return Response.redirect(self.registration.scope, 303);
  },
  'POST',
);

registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html')));

// The page of the first visit is served from the cache at once. A later version waits until the person takes it.
clientsClaim();
self.addEventListener('message', (event) => {
  if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
});
