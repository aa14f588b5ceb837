import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { chromiumArguments } from '../../scripts/browser/chromiumArguments.ts';
import { findBrowser } from '../../scripts/browser/findBrowser.ts';
import { packageCommand } from '../../scripts/packageCommand.ts';
import { runCommand } from '../../scripts/runCommand.ts';
import { startStaticServer } from '../../scripts/staticServer.ts';
import { benchCache } from '../cache.ts';
import type { BenchModel } from '../models/models.ts';
import { peersFolder } from '../peers/install.ts';

/** The measuring page in a browser of its own. */
export interface BenchWindow {
  page: Page;
  version: string;
  close(): Promise<void>;
}

const peerFiles = [
  '@huggingface/transformers/dist/transformers.min.js',
  'onnxruntime-web/dist/ort-wasm-simd-threaded.asyncify.mjs',
  'onnxruntime-web/dist/ort-wasm-simd-threaded.asyncify.wasm',
];

async function layOutPeers(): Promise<void> {
  const folder = join(benchCache, 'peers');
  await mkdir(folder, { recursive: true });
  for (const file of peerFiles) {
    await copyFile(join(peersFolder, 'node_modules', file), join(folder, file.split('/').at(-1) ?? ''));
  }
}

/** Builds the page, opens it and gives it the photos. @throws Error with the bundler's words */
export async function openBenchPage(photos: readonly string[]): Promise<BenchWindow> {
  const build = await runCommand([
    ...packageCommand('vite'),
    'build',
    '--config',
    join(import.meta.dirname, 'vite.config.ts'),
  ]);
  if (build.exitCode !== 0) throw new Error(`The benchmark's page could not be built:\n${build.output}`);
  await layOutPeers();
  const server = await startStaticServer({ root: benchCache });
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: chromiumArguments });
  const close = async (): Promise<void> => {
    await browser.close();
    await server.close();
  };
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(300_000);
    page.on('console', (message) => {
      if (message.type() === 'error') process.stderr.write(`page: ${message.text()}\n`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) process.stderr.write(`page: ${response.url()} ${response.status()}\n`);
    });
    await page.goto(new URL('page/index.html', server.url).href);
    await page.locator('#photos').setInputFiles([...photos]);
    await page.waitForFunction(() => window.bench !== undefined);
    return { page, version: browser.version(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Starts a program with a model in so many workers of the page. */
export async function loadProgram(
  page: Page,
  program: 'fieldsift' | 'transformers',
  workers: number,
  { id, manifest, path, pack }: BenchModel,
): Promise<void> {
  const folder = pack === null ? id : pack.slice(pack.lastIndexOf('/') + 1);
  if (pack === null) {
    await mkdir(join(benchCache, 'models', id), { recursive: true });
    await copyFile(path, join(benchCache, 'models', id, 'model.onnx'));
  }
  const order = [program, workers, folder, `/models/${folder}/model.onnx`, manifest] as const;
  await page.evaluate((parameters) => window.bench?.load(...parameters), order);
}
