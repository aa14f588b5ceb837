import { join } from 'node:path';
import { defineConfig } from 'vite';
import { repositoryRoot } from '../../scripts/packageCommand.ts';
import { benchCache } from '../cache.ts';

/** Builds the page on which parts of the app are measured alone, with the app's own settings of the bundler. */
export default defineConfig({
  root: join(repositoryRoot, 'bench', 'page'),
  base: './',
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    outDir: join(benchCache, 'page'),
    emptyOutDir: true,
    chunkSizeWarningLimit: 900,
  },
});
