import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { chromiumArguments } from '../../scripts/browser/chromiumArguments.ts';
import { findBrowser } from '../../scripts/browser/findBrowser.ts';
import { packageCommand } from '../../scripts/packageCommand.ts';
import { runCommand } from '../../scripts/runCommand.ts';
import { startStaticServer } from '../../scripts/staticServer.ts';
import { benchCache } from '../cache.ts';
import type { BenchModel } from '../models/models.ts';
import { peersFolder } from '../peers/install.ts';
import type { BenchPage } from './contract.ts';
import { PageAnswers } from './pageAnswers.ts';

/** The measuring page in a browser of its own. */
export interface BenchWindow {
  browser: Browser;
  version: string;
  /** Has the page do something. @throws Error with the page's own words when it fails or does not answer */
  ask<Parameter, Answer>(
    question: (bench: BenchPage, parameter: Parameter) => Answer | Promise<Answer>,
    parameter: Parameter,
  ): Promise<Answer>;
  /** Starts a program with a model in so many workers of the page. */
  load(program: 'fieldsift' | 'transformers', workers: number, model: BenchModel): Promise<void>;
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

async function buildPage(): Promise<void> {
  const config = join(import.meta.dirname, 'vite.config.ts');
  const { exitCode, output } = await runCommand([...packageCommand('vite'), 'build', '--config', config]);
  if (exitCode !== 0) throw new Error(`The benchmark's page could not be built:\n${output}`);
}

/** The folder below the server's models that holds this one. */
async function layOutModel({ id, path, pack }: BenchModel): Promise<string> {
  if (pack !== null) return pack.slice(pack.lastIndexOf('/') + 1);
  await mkdir(join(benchCache, 'models', id), { recursive: true });
  await copyFile(path, join(benchCache, 'models', id, 'model.onnx'));
  return id;
}

function windowOn(page: Page, browser: Browser, close: () => Promise<void>): BenchWindow {
  const answers = new PageAnswers(page);
  const ask: BenchWindow['ask'] = (question, parameter) => answers.ask(question, parameter);
  return {
    browser,
    version: browser.version(),
    close,
    ask,
    load: async (program, workers, model) => {
      const folder = await layOutModel(model);
      const order = {
        program,
        workers,
        folder,
        url: `/models/${folder}/model.onnx`,
        manifest: model.manifest,
      };
      await ask(
        (bench, given) => bench.load(given.program, given.workers, given.folder, given.url, given.manifest),
        order,
      );
    },
  };
}

/** Builds the page, opens it and gives it the photos. @throws Error with the bundler's or the page's words */
export async function openBenchPage(photos: readonly string[]): Promise<BenchWindow> {
  await buildPage();
  await layOutPeers();
  const server = await startStaticServer({ root: benchCache });
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: chromiumArguments });
  const close = async (): Promise<void> => {
    await browser.close();
    await server.close();
  };
  try {
    const page = await browser.newPage();
    const opened = windowOn(page, browser, close);
    await page.goto(new URL('page/index.html', server.url).href);
    await page.locator('#photos').setInputFiles([...photos]);
    await page.waitForFunction(() => window.bench !== undefined);
    return opened;
  } catch (error) {
    await close();
    throw error;
  }
}
