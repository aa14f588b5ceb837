import { svelte } from '@sveltejs/vite-plugin-svelte';
import { VitePWA } from 'vite-plugin-pwa';
import { defaultClientConditions, defineConfig } from 'vite';
import packageJson from './package.json' with { type: 'json' };
import { contentSecurityPolicy } from './src/core/contentSecurityPolicy.ts';
import { noticesBeside } from './scripts/notices.ts';
import { securityHeaders } from './scripts/securityHeaders.ts';

const mebibyte = 2 ** 20;
export default defineConfig({
  // Relative, so that the same build works at the root of a host and under any sub-path.
  base: './',
  define: { __APP_VERSION__: JSON.stringify(packageJson.version) },
  plugins: [
    svelte({ configFile: false }),
    noticesBeside(import.meta.dirname),
    {
      name: 'content-security-policy',
      apply: 'build',
      transformIndexHtml: (html) => html.replace('%CONTENT_SECURITY_POLICY%', contentSecurityPolicy),
    },
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/app',
      filename: 'sw.ts',
      registerType: 'prompt',
      injectRegister: false,
      manifest: false,
      injectManifest: {
        globPatterns: ['**/*.{html,js,mjs,css,svg,png,webmanifest,wasm,onnx,txt}'],
        // Kept on first use; see sw.ts.
        globIgnores: ['**/*.asyncify-*.wasm'],
        maximumFileSizeToCacheInBytes: 40 * mebibyte,
      },
    }),
  ],
  // The runtimes load their small files from addresses of their own, so that these need not be in every worker too.
  resolve: { conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions] },
  // What a worker loads when it is asked for it is told from what the page loads.
  worker: {
    format: 'es',
    rolldownOptions: { output: { chunkFileNames: 'assets/in-worker/[name]-[hash].js' } },
  },
  build: {
    target: 'es2023',
    cssTarget: ['chrome110', 'firefox115', 'safari16.4'],
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
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
});
