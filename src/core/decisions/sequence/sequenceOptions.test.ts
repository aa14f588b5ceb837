import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BurstMark, CaptureTrigger } from '../../files/image/burstMark.ts';
import { groupIntoSequences, type SequenceFrame, type SequenceOptions } from './sequence.ts';

function frame(path: string, seconds: number): SequenceFrame {
  return { id: path, path, deployment: 'Ridge', seconds };
}

function paths(frames: SequenceFrame[], gap = 60, options: SequenceOptions = {}): string[][] {
  return groupIntoSequences(frames, gap, options).map((sequence) => sequence.frames.map(({ path }) => path));
}

describe('bursts the camera numbered', () => {
  const numbered = (
    path: string,
    seconds: number,
    number: number,
    event: number,
    trigger: CaptureTrigger = 'motion',
  ): SequenceFrame => ({ ...frame(path, seconds), burst: { number, of: 3, event, trigger } });
  const byCamera: SequenceOptions = { cameraBursts: true };

  it('keeps two visits apart that follow each other within the gap', () => {
    const visits = [numbered('a', 0, 1, 7), numbered('b', 1, 2, 7), numbered('c', 20, 1, 8)];
    expect(paths(visits, 60, byCamera)).toEqual([['a', 'b'], ['c']]);
    expect(paths(visits)).toEqual([['a', 'b', 'c']]);
  });

  it('keeps a slow burst whole, beyond gap and limit', () => {
    const slow = [numbered('a', 0, 1, 7), numbered('b', 90, 2, 7), numbered('c', 180, 3, 7)];
    expect(paths(slow, 60, { ...byCamera, maximumSeconds: 60 })).toEqual([['a', 'b', 'c']]);
  });

  it('goes by the gap where photos of a burst were deleted, and where none has a number', () => {
    expect(paths([numbered('a', 0, 1, 7), numbered('c', 2, 3, 7)], 60, byCamera)).toEqual([['a', 'c']]);
    expect(paths([frame('a', 0), frame('b', 30)], 60, byCamera)).toEqual([['a', 'b']]);
  });

  it('orders photos of one second by their numbers, not by their names', () => {
    expect(paths([numbered('x', 0, 1, 7), numbered('a', 0, 2, 7)], 60, byCamera)).toEqual([['x', 'a']]);
  });

  it('keeps time-lapse photos out of the burst they fall into', () => {
    const frames = [numbered('a', 0, 1, 7), numbered('t', 1, 1, 8, 'time-lapse'), numbered('b', 2, 2, 7)];
    expect(paths(frames, 60, byCamera)).toEqual([['a', 'b'], ['t']]);
  });
});

describe('groupIntoSequences with any options', () => {
  const anyBurst: fc.Arbitrary<BurstMark | null> = fc.option(
    fc.record({
      number: fc.integer({ min: 1, max: 3 }),
      of: fc.constant(3),
      event: fc.integer({ min: 1, max: 4 }),
      trigger: fc.constantFrom('motion' as const, 'time-lapse' as const, null),
    }),
    { nil: null },
  );
  const anyFrames = fc.uniqueArray(
    fc.record({
      id: fc.string(),
      path: fc.string(),
      deployment: fc.constantFrom('North', 'South'),
      seconds: fc.option(fc.integer({ min: 0, max: 300 }), { nil: null }),
      burst: anyBurst,
    }),
    { selector: ({ id }) => id },
  );
  const anyOptions: fc.Arbitrary<SequenceOptions> = fc.record({
    measuredFrom: fc.constantFrom('previous' as const, 'first' as const),
    maximumSeconds: fc.option(fc.nat(200), { nil: null }),
    cameraBursts: fc.boolean(),
  });
  const groups = (frames: SequenceFrame[], gap: number, options: SequenceOptions): string[][] =>
    groupIntoSequences(frames, gap, options).map((sequence) => sequence.frames.map(({ id }) => id));

  it('gives the same groups for any order of input, with every photo once, whatever the options', () => {
    fc.assert(
      fc.property(anyFrames, fc.nat(100), anyOptions, (frames, gap, options) => {
        const result = groups(frames, gap, options);
        const reordered = [...frames].sort((left, right) => (left.id < right.id ? 1 : -1));
        expect(groups(reordered, gap, options)).toEqual(result);
        expect(result.flat().sort()).toEqual(frames.map(({ id }) => id).sort());
      }),
    );
  });

  it('finds each group again as one group when it is grouped alone', () => {
    fc.assert(
      fc.property(anyFrames, fc.nat(100), anyOptions, (frames, gap, options) => {
        for (const sequence of groupIntoSequences(frames, gap, options)) {
          const ids = sequence.frames.map(({ id }) => id);
          expect(groups(sequence.frames, gap, options)).toEqual([ids]);
        }
      }),
    );
  });

  it('gives the same groups on a clock that is off by whole seconds', () => {
    fc.assert(
      fc.property(
        anyFrames,
        fc.nat(100),
        anyOptions,
        fc.integer({ min: -1e9, max: 1e9 }),
        (frames, gap, options, offset) => {
          const shifted = frames.map((one) => ({
            ...one,
            seconds: one.seconds === null ? null : one.seconds + offset,
          }));
          expect(groups(shifted, gap, options)).toEqual(groups(frames, gap, options));
        },
      ),
    );
  });

  it('only joins when the gap grows: what was together stays together', () => {
    fc.assert(
      fc.property(anyFrames, fc.nat(100), fc.nat(100), fc.boolean(), (frames, gap, more, cameraBursts) => {
        const wide = new Map(
          groups(frames, gap + more, { cameraBursts }).flatMap((ids, index) => ids.map((id) => [id, index])),
        );
        for (const ids of groups(frames, gap, { cameraBursts })) {
          expect(new Set(ids.map((id) => wide.get(id))).size).toBe(1);
        }
      }),
    );
  });

  it('never makes more groups with a wider gap or a longer limit, measured either way', () => {
    fc.assert(
      fc.property(
        anyFrames,
        fc.nat(100),
        fc.nat(100),
        anyOptions,
        (frames, gap, more, { measuredFrom = 'first' }) => {
          const narrow = groups(frames, gap, { measuredFrom, maximumSeconds: 60 }).length;
          expect(groups(frames, gap + more, { measuredFrom, maximumSeconds: 60 }).length).toBeLessThanOrEqual(
            narrow,
          );
          expect(groups(frames, gap, { measuredFrom, maximumSeconds: 60 + more }).length).toBeLessThanOrEqual(
            narrow,
          );
        },
      ),
    );
  });
});
