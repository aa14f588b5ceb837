/**
 * Flags for headless Chromium in tests and scripts: no sandbox (it cannot start as root in a container),
 * and none of the browser's own traffic, so that a request log holds the page's requests only.
 */
export const chromiumArguments: string[] = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Flags for tests of WebGPU on a machine without a graphics processor: SwiftShader computes in its place. */
export const softwareGraphicsArguments: string[] = [
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
];
