import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { VitePWA } from 'vite-plugin-pwa';
import { configDefaults, defineConfig } from 'vitest/config';
import { defaultClientConditions } from 'vite';
import packageJson from './package.json' with { type: 'json' };
import { chromiumArguments, softwareGraphicsArguments } from './scripts/browser/chromiumArguments.ts';
import { contentSecurityPolicy } from './src/core/contentSecurityPolicy.ts';
import { securityHeaders } from './scripts/securityHeaders.ts';

const mebibyte = 2 ** 20;
const browserPath = process.env['FIELDSIFT_BROWSER'];
const launchOptions = {
  args: [...chromiumArguments, ...softwareGraphicsArguments],
  ...(browserPath ? { executablePath: browserPath } : {}),
};

export default defineConfig({
  // Relative, so that the same build works at the root of a host and under any sub-path.
  base: './',
  define: { __APP_VERSION__: JSON.stringify(packageJson.version) },
  plugins: [
    svelte({ configFile: false }),
    {
      name: 'content-security-policy',
      apply: 'build',
      transformIndexHtml: (html) => html.replace('%CONTENT_SECURITY_POLICY%', contentSecurityPolicy),
    },
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'sw.ts',
      registerType: 'prompt',
      injectRegister: false,
      manifest: false,
      injectManifest: {
        globPatterns: ['**/*.{html,js,mjs,css,svg,png,webmanifest,wasm,onnx}'],
        // Kept on first use; see sw.ts.
        globIgnores: ['**/*.asyncify-*.wasm'],
        maximumFileSizeToCacheInBytes: 40 * mebibyte,
      },
    }),
  ],
  // The runtimes load their small files from addresses of their own, so that these need not be in every worker too.
  resolve: { conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions] },
  worker: { format: 'es' },
  build: { target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
  // The development server injects styles and its own socket, which the policy of the built app forbids.
  server: { headers: { ...securityHeaders, 'Content-Security-Policy': '' } },
  optimizeDeps: {
    include: [
      'onnxruntime-web/wasm',
      'onnxruntime-web/webgpu',
      'comlink',
      'workbox-window',
      'idb',
      'papaparse',
      'valibot',
    ],
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // No test measures time: this only ends one that hangs, also on a slow and busy machine.
          testTimeout: 60_000,
          include: [
            'src/**/*.test.ts',
            'scripts/**/*.test.ts',
            'bench/**/*.test.ts',
            'tests/corpus/**/*.test.ts',
          ],
          exclude: [...configDefaults.exclude, '**/*.browser.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          testTimeout: 60_000,
          include: ['tests/browser/**/*.test.ts', 'src/**/*.browser.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
