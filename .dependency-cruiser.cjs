// The six layers, earliest first. A file may import from its own layer and from earlier ones only.
const layers = ['core', 'platform', 'storage', 'workers', 'state', 'ui'];

const upward = layers.slice(0, -1).map((layer, index) => ({
  name: `${layer}-imports-upward`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: `^src/(${layers.slice(index + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...upward,
    {
      name: 'core-is-pure',
      comment: 'core/ may use valibot and papaparse, which are pure; nothing else from npm.',
      severity: 'error',
      from: { path: '^src/core/', pathNot: '\\.test\\.ts$' },
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
      name: 'comlink-only-at-worker-edges',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/workers/' },
      to: { path: 'node_modules/comlink/' },
    },
    {
      name: 'ui-asks-state',
      comment: 'Workers and storage are reached through state/.',
      severity: 'error',
      from: { path: '^src/(ui/|App\\.svelte|main\\.ts)' },
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
