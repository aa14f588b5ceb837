import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideRuntime, mayUseGraphics, toleranceOf, type RuntimeTrial } from './runtimeVerdict.ts';
import { inEnglish } from '../../../words/english.ts';
import { formatsOf } from '../../../words/formats.ts';
import { runtimeInWords } from '../../../words/runtimeWords.ts';

const words = inEnglish(formatsOf('en')).models.runtime;

function measured(difference: number, wasmMilliseconds: number, webgpuMilliseconds: number): RuntimeTrial {
  return { kind: 'measured', difference, wasmMilliseconds, webgpuMilliseconds };
}

describe('decideRuntime', () => {
  it('takes the graphics processor that gives the same answers faster', () => {
    const verdict = decideRuntime(measured(0.0002, 400, 12), 0.01, 4);
    expect(verdict.runtime).toBe('webgpu');
    expect(runtimeInWords(verdict, words)).toBe(
      'Computed by the graphics processor, which gives the same answers faster (12 ms per photo, 4 cores together of the processor 100 ms).',
    );
  });

  it('stays with WASM where all workers together are faster, though one alone is not', () => {
    const verdict = decideRuntime(measured(0, 100, 30), 0.01, 7);
    expect(verdict.runtime).toBe('wasm');
    expect(runtimeInWords(verdict, words)).toMatch(/same answers, but slower \(30 ms per photo/);
    expect(decideRuntime(measured(0, 100, 30), 0.01, 1).runtime).toBe('webgpu');
  });

  it.each([0.5, NaN, Infinity])('never takes one whose answers differ, however fast (%d)', (difference) => {
    const verdict = decideRuntime(measured(difference, 1000, 1), 0.01, 1);
    expect(verdict.runtime).toBe('wasm');
    expect(runtimeInWords(verdict, words)).toMatch(/gives other answers.*0\.01 is allowed.*not trusted/);
  });

  it('says why it could not be tried', () => {
    const verdict = decideRuntime({ kind: 'failed', detail: 'requires f16' }, 0.01, 2);
    expect(verdict.runtime).toBe('wasm');
    expect(runtimeInWords(verdict, words)).toMatch(/failed when it was tried \(requires f16\)/);
  });

  it('takes the graphics processor only within the tolerance and when it is faster', () => {
    const time = fc.double({ min: 0, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(
        fc.double(),
        time,
        time,
        fc.integer({ min: 1, max: 8 }),
        (difference, wasm, gpu, workers) => {
          const { runtime } = decideRuntime(measured(difference, wasm, gpu), 0.01, workers);
          expect(runtime === 'webgpu').toBe(difference <= 0.01 && gpu < wasm / workers);
        },
      ),
    );
  });
});

describe('what the manifest says of runtimes', () => {
  it('lets the graphics processor be tried only where it is named', () => {
    expect(mayUseGraphics({ runtime: { preferred: ['wasm'], notes: '' } })).toBe(false);
    expect(mayUseGraphics({ runtime: { preferred: ['wasm', 'webgpu'], notes: '' } })).toBe(true);
  });

  it('allows 0.01 unless it says otherwise', () => {
    expect(toleranceOf({ runtime: { preferred: ['webgpu'], notes: '' } })).toBe(0.01);
    expect(toleranceOf({ runtime: { preferred: ['webgpu'], notes: '', tolerance: 0.03 } })).toBe(0.03);
  });
});
