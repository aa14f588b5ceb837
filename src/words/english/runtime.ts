import type { Formats } from '../formats.ts';

/** Where a model is computed and why, for someone who looks after animals, not computers. */
export const runtimeInEnglish = (f: Formats) => {
  const milliseconds = (value: number): string => `${f.decimal(value, value < 10 ? 1 : 0)} ms`;
  const speeds = (graphics: number, cores: number, processor: number): string =>
    `${milliseconds(graphics)} per photo, ${cores === 1 ? 'one core' : `${f.count(cores)} cores together`} of the processor ${milliseconds(processor)}`;
  return {
    untried: 'The first run tries whether the graphics processor gives the same answers faster.',
    again: 'Try again',
    againFor: (model: string) => ` at the next run of ${model}`,
    madeForWasm: 'Computed by the processor, as this model is made for.',
    noAdapter: 'Computed by the processor: the browser offers no graphics processor here.',
    notFetched:
      'Computed by the processor: what drives the graphics processor is not on this computer yet. Start a run once while online.',
    /** @param graphics ms per photo @param processor ms per photo, of all cores together */
    faster: (graphics: number, cores: number, processor: number) =>
      `Computed by the graphics processor, which gives the same answers faster (${speeds(graphics, cores, processor)}).`,
    slower: (graphics: number, cores: number, processor: number) =>
      `Computed by the processor: the graphics processor gives the same answers, but slower (${speeds(graphics, cores, processor)}).`,
    different: (difference: string, tolerance: number) =>
      `Computed by the processor: the graphics processor gives other answers (scores differ by ${difference}; ${f.decimal(tolerance, 4)} is allowed), so it is not trusted.`,
    beyondMeasure: 'beyond measure',
    failed: (detail: string) =>
      `Computed by the processor: the graphics processor failed when it was tried (${detail}).`,
    lost: (detail: string) =>
      `Computed by the processor since the graphics processor failed in this run (${detail}). No photo is lost: those in hand were looked at again.`,
  };
};
