/**
 * Rules by which a file may import from its own place and from earlier ones only.
 *
 * @param places folders of `parent`, earliest first
 */
const oneWay = (parent, places) =>
  places.slice(0, -1).map((place, index) => ({
    name: `${place}-imports-upward`,
    severity: 'error',
    // Tests may judge by what comes later.
    from: { path: `^${parent}/${place}/`, pathNot: '\\.test\\.ts$' },
    to: {
      path: `^${parent}/(${places.slice(index + 1).join('|')})/`,
      // The catalogue's types follow from its English texts: figures take them as a parameter.
      ...(place === 'core' ? { pathNot: '^src/words/' } : {}),
    },
  }));

const layers = ['core', 'words', 'drawn', 'platform', 'storage', 'workers', 'pages', 'app'];

/** The rooms of core/. */
const rooms = [
  'incremental',
  'files',
  'time',
  'statistics',
  'models',
  'taxa',
  'photos',
  'decisions',
  'settings',
  'survey',
  'queue',
  'insight',
  'exchange',
];

module.exports = {
  forbidden: [
    ...oneWay('src', layers),
    ...oneWay('src/core', rooms),
    {
      name: 'core-has-no-words',
      comment: 'core/ may name the type of the texts that it is given, never the texts.',
      severity: 'error',
      from: { path: '^src/core/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/words/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'core-is-pure',
      comment:
        'core/, words/ and drawn/ may use valibot and papaparse, which are pure; nothing else from npm.',
      severity: 'error',
      from: { path: '^src/(core|words|drawn)/', pathNot: '\\.test\\.ts$' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'core'],
        pathNot: 'node_modules/(valibot|papaparse)/',
      },
    },
    {
      name: 'idb-only-in-storage',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/storage/' },
      to: { path: 'node_modules/idb/' },
    },
    {
      name: 'onnxruntime-only-in-platform',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/(onnxRuntime|onnxSession|webgpuRuntime)\\.ts$' },
      to: { path: 'node_modules/onnxruntime-web/' },
    },
    {
      name: 'exifr-only-for-all-camera-data',
      comment: 'One damaged byte must not lose a capture time: these are read by platform/exif.ts.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/allCameraData\\.ts$|\\.test\\.ts$' },
      to: { path: 'node_modules/exifr/' },
    },
    {
      name: 'comlink-only-at-worker-edges',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/workers/' },
      to: { path: 'node_modules/comlink/' },
    },
    {
      name: 'components-ask-state',
      comment: 'Components reach workers and storage through the state beside them (.svelte.ts, .ts).',
      severity: 'error',
      from: { path: '^src/(pages|app)/.*\\.svelte$' },
      to: { path: '^src/(workers|storage)/' },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '(\\.d\\.ts|\\.test\\.ts|sw\\.ts)$' },
      to: {},
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:|\\?url$|\\?worker' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    // No extraExtensionsToScan: it would list .svelte files without reading their imports.
    tsConfig: { fileName: 'tsconfig.page.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'svelte', 'browser', 'default', 'types'],
    },
  },
};
