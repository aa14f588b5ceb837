import * as Comlink from 'comlink';
import { plainTensor } from '../plainTensor.ts';
import type { BenchPage, BrowserProgram } from './contract.ts';

const chooser = document.getElementById('photos') as HTMLInputElement;
const photos = (first: number, count: number): File[] =>
  [...(chooser.files ?? [])].slice(first, first + count);

let workers: Worker[] = [];
let programs: Comlink.Remote<BrowserProgram>[] = [];
/** Rejects when a worker dies; whoever waits for an answer of one would wait for ever. */
let failed: Promise<never> = new Promise(() => undefined);

const answered = <Value>(answer: Promise<Value>): Promise<Value> => Promise.race([answer, failed]);

function startWorker(program: 'fieldsift' | 'transformers'): Worker {
  return program === 'fieldsift'
    ? new Worker(new URL('./fieldsift.worker.ts', import.meta.url), { type: 'module' })
    : new Worker(new URL('./transformers.worker.ts', import.meta.url), { type: 'module' });
}

function first(): Comlink.Remote<BrowserProgram> {
  const [program] = programs;
  if (!program) throw new Error('no program is loaded');
  return program;
}

const page: BenchPage = {
  async load(program, count, modelId, url, manifest) {
    page.unload();
    workers = Array.from({ length: count }, () => startWorker(program));
    failed = new Promise<never>((_, reject) => {
      for (const worker of workers)
        worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    });
    failed.catch(() => undefined);
    programs = workers.map((worker) => Comlink.wrap<BrowserProgram>(worker));
    for (const one of programs) await answered(one.load(modelId, url, manifest));
  },
  decode: (from, count) => answered(first().decode(photos(from, count))),
  infer: (photo, runs) => answered(first().infer(photos(photo, 1)[0] as File, runs)),
  async speed(from, count) {
    const files = photos(from, count);
    let next = 0;
    const started = performance.now();
    await Promise.all(
      programs.map(async (program) => {
        for (let file = files[next++]; file; file = files[next++]) await answered(program.sift([file]));
      }),
    );
    return files.length / ((performance.now() - started) / 1000);
  },
  async answers(from, count) {
    const answers = await answered(first().sift(photos(from, count)));
    return answers.map(({ labels, scores, boxes, labelScores }) => ({
      labels: [...labels],
      scores: [...scores],
      boxes: [...boxes],
      labelScores: [...labelScores],
    }));
  },
  async outputs(shape) {
    return [...(await answered(first().outputs(plainTensor(shape), shape)))];
  },
  unload() {
    for (const worker of workers) worker.terminate();
    workers = [];
    programs = [];
    failed = new Promise(() => undefined);
  },
};

window.bench = page;
