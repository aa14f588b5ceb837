import { readFileSync } from 'node:fs';

/** The scripts that the page loads before anything is asked for; all others wait until they are needed. */
const firstScripts = [...readFileSync('dist/index.html', 'utf8').matchAll(/assets\/[^"]+\.js/g)].map(
  ([path]) => `dist/${path}`,
);

export default [
  { name: 'page script, before the first photo', path: firstScripts, limit: '160 kB', gzip: true },
  {
    name: 'page script, all that is loaded when asked for too',
    path: [
      'dist/assets/*.js',
      '!dist/assets/*.worker-*.js',
      '!dist/assets/spanish-*.js',
      '!dist/assets/CameraDataDialog-*.js',
      '!dist/assets/ImportDialog-*.js',
      '!dist/assets/imports.svelte-*.js',
    ],
    limit: '350 kB',
    gzip: true,
  },
  // Seven kinds of files, read and shown: fetched when one of them comes, and beside everything else.
  {
    name: 'import dialog',
    path: ['dist/assets/ImportDialog-*.js', 'dist/assets/imports.svelte-*.js'],
    limit: '26 kB',
    gzip: true,
  },
  { name: 'texts of the second language', path: 'dist/assets/spanish-*.js', limit: '44 kB', gzip: true },
  {
    name: 'page styles',
    path: ['dist/assets/*.css', '!dist/assets/CameraDataDialog-*.css'],
    limit: '18 kB',
    gzip: true,
  },
  {
    name: 'worker scripts',
    path: [
      'dist/assets/*.worker-*.js',
      'dist/assets/*.mjs',
      '!dist/assets/graphics.worker-*.js',
      '!dist/assets/cameraData.worker-*.js',
      '!dist/assets/*.asyncify-*.mjs',
    ],
    limit: '180 kB',
    gzip: true,
  },
  // Every exchange format, once for the worker that reads results and once for the one that judges exports.
  {
    name: 'worker scripts that are loaded when asked for',
    path: 'dist/assets/in-worker/*.js',
    limit: '100 kB',
    gzip: true,
  },
  // Fetched when somebody asks for all that one file says of itself.
  {
    name: 'all camera data',
    path: ['dist/assets/cameraData.worker-*.js', 'dist/assets/CameraDataDialog-*'],
    limit: '42 kB',
    gzip: true,
  },
  {
    name: 'scripts for the graphics processor',
    path: ['dist/assets/graphics.worker-*.js', 'dist/assets/*.asyncify-*.mjs'],
    limit: '60 kB',
    gzip: true,
  },
  {
    name: 'service worker',
    path: 'dist/sw.js',
    limit: '20 kB',
    gzip: true,
  },
  {
    name: 'WebAssembly runtime',
    path: ['dist/assets/*.wasm', '!dist/assets/*.asyncify-*.wasm'],
    limit: '6 MB',
    gzip: true,
  },
  {
    name: 'WebGPU runtime, fetched on first use',
    path: 'dist/assets/*.asyncify-*.wasm',
    limit: '8 MB',
    gzip: true,
  },
  {
    name: 'built-in model',
    path: 'dist/assets/*.onnx',
    limit: '8 MB',
    gzip: true,
  },
];
