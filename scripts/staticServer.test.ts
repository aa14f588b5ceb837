import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { securityHeaders } from './securityHeaders.ts';
import { startStaticServer, type StaticServer, type StaticServerOptions } from './staticServer.ts';

let parent: string;
let root: string;
const running: StaticServer[] = [];

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'fieldsift-serve-'));
  root = join(parent, 'dist');
  await mkdir(join(root, 'assets'), { recursive: true });
  await mkdir(join(root, 'models/some pack'), { recursive: true });
  await writeFile(join(parent, 'secret.txt'), 'secret');
  const files = {
    'index.html': '<!doctype html><title>Fieldsift</title>',
    'sw.js': 'self',
    'manifest.webmanifest': '{}',
    'icon.svg': '<svg/>',
    'sample.webp': 'RIFF',
    'assets/index-Ab_12-cd.js': 'export {}',
    'assets/ort-wasm-simd-threaded-DeadBeef.wasm': 'asm',
    'assets/ort.mjs': 'export {}',
    'models/some pack/net.onnx': 'bytes',
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(root, name), content);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});
afterAll(() => rm(parent, { recursive: true }));

async function serve(options: Partial<StaticServerOptions> = {}): Promise<StaticServer> {
  const server = await startStaticServer({ root, ...options });
  running.push(server);
  return server;
}

/** Sends the path as it is; `fetch` would tidy up `..` before it left. */
function rawStatus(
  server: StaticServer,
  path: string,
  method = 'GET',
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: server.port, path, method }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('types and headers', () => {
  test.each([
    ['', 'text/html; charset=utf-8'],
    ['sw.js', 'text/javascript; charset=utf-8'],
    ['assets/ort.mjs', 'text/javascript; charset=utf-8'],
    ['assets/ort-wasm-simd-threaded-DeadBeef.wasm', 'application/wasm'],
    ['models/some%20pack/net.onnx', 'application/octet-stream'],
    ['manifest.webmanifest', 'application/manifest+json'],
    ['icon.svg', 'image/svg+xml'],
    ['sample.webp', 'image/webp'],
  ])('%s is %s, with every security header', async (path, type) => {
    const { url } = await serve();
    const response = await fetch(url + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    for (const [name, value] of Object.entries(securityHeaders))
      expect(response.headers.get(name)).toBe(value);
  });

  test('hashed assets are kept for ever, everything else is asked for again', async () => {
    const { url } = await serve();
    const control = async (path: string) => (await fetch(url + path)).headers.get('cache-control');
    expect(await control('assets/index-Ab_12-cd.js')).toBe('public, max-age=31536000, immutable');
    expect(await control('assets/ort.mjs')).toBe('no-cache');
    expect(await control('sw.js')).toBe('no-cache');
    expect(await control('')).toBe('no-cache');
  });

  test('without headers it imitates a plain host', async () => {
    const { url } = await serve({ headers: false });
    const response = await fetch(url);
    expect(response.status).toBe(200);
    for (const name of Object.keys(securityHeaders)) expect(response.headers.has(name)).toBe(false);
  });

  test('HEAD has the length and no body; other methods are refused', async () => {
    const { url } = await serve();
    const head = await fetch(url, { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe('39');
    expect(await head.text()).toBe('');
    expect((await fetch(url, { method: 'POST', body: 'x' })).status).toBe(405);
  });
});

describe('paths', () => {
  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/..\\secret.txt',
    '/%2e%2e%5csecret.txt',
    '/C:/secret.txt',
    '//secret.txt',
    '/%00',
    '/index.html%00.js',
    '/%',
    '/assets',
    '/assets/',
    '/nothing.js',
  ])('%s leads nowhere', async (path) => {
    const { status, body } = await rawStatus(await serve(), path);
    expect([400, 404]).toContain(status);
    expect(body).not.toContain('secret');
  });

  test('a query is not part of the path', async () => {
    expect((await rawStatus(await serve(), '/index.html?a=../b')).status).toBe(200);
  });

  test('below a sub-path, and only there', async () => {
    const server = await serve({ base: 'some/path' });
    expect(server.url).toMatch(/^http:\/\/localhost:\d+\/some\/path\/$/);
    expect((await fetch(server.url)).status).toBe(200);
    expect((await rawStatus(server, '/')).status).toBe(404);
    expect((await rawStatus(server, '/some/pathology')).status).toBe(404);
    expect((await rawStatus(server, '/some/path')).status).toBe(301);
    expect((await fetch(server.url.slice(0, -1))).url).toBe(server.url);
  });
});

describe('ports', () => {
  test('takes the next free port, or says that it is taken', async () => {
    const first = await serve();
    const second = await serve({ port: first.port, furtherPorts: 20 });
    expect(second.port).toBeGreaterThan(first.port);
    await expect(serve({ port: first.port })).rejects.toThrow(`Port ${first.port} is taken on localhost.`);
  });
});
