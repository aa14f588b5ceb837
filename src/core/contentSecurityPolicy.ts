/**
 * The privacy wall, in the browser's own words: scripts, workers and requests reach the app's own origin only.
 * `wasm-unsafe-eval` lets WebAssembly be compiled (it does not allow JavaScript `eval`);
 * `blob:` in `img-src` is for thumbnails and photos, which are shown from memory.
 */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The same as a header, which alone can say who may show the page in a frame: nobody. */
export const contentSecurityHeader = `${contentSecurityPolicy}; frame-ancestors 'none'`;
