import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupIntoSequences, type SequenceFrame, type SequenceOptions } from './sequence.ts';

function frame(path: string, seconds: number | null, deployment = 'Ridge'): SequenceFrame {
  return { id: path, path, deployment, seconds };
}

function paths(frames: SequenceFrame[], gap = 60, options: SequenceOptions = {}): string[][] {
  return groupIntoSequences(frames, gap, options).map((sequence) => sequence.frames.map(({ path }) => path));
}

describe('groupIntoSequences', () => {
  it('joins a photo whose gap to the previous one is exactly the limit, and not one beyond it', () => {
    expect(paths([frame('a', 0), frame('b', 60), frame('c', 120.1)])).toEqual([['a', 'b'], ['c']]);
  });

  it('measures from the previous photo, so that a long visit stays one sequence', () => {
    expect(paths([frame('a', 0), frame('b', 50), frame('c', 100), frame('d', 150)])).toEqual([
      ['a', 'b', 'c', 'd'],
    ]);
  });

  it('never joins two cameras', () => {
    expect(paths([frame('a', 0, 'North'), frame('b', 1, 'South')])).toEqual([['a'], ['b']]);
  });

  it('lets an undated photo stand alone, after the dated ones', () => {
    expect(paths([frame('x', null), frame('y', null), frame('a', 5)])).toEqual([['a'], ['x'], ['y']]);
  });

  it('numbers the sequences of a deployment in order of time', () => {
    const ids = groupIntoSequences([frame('late', 1000), frame('early', 0)], 60).map(({ id }) => id);
    expect(ids).toEqual(['Ridge#1', 'Ridge#2']);
  });

  it('joins at exactly the limit with fractions of a second, which are stored inexactly', () => {
    const tenths = [1, 2, 3, 4, 5].map((tenth) => frame(`${tenth}`, 1_600_000_000 + tenth / 10));
    expect(paths(tenths, 0.1)).toEqual([['1', '2', '3', '4', '5']]);
  });

  it('measures from the first photo when asked to', () => {
    const stays = [frame('a', 0), frame('b', 50), frame('c', 100), frame('d', 150)];
    expect(paths(stays, 60, { measuredFrom: 'first' })).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('cuts a sequence that grows too long', () => {
    const stays = [frame('a', 0), frame('b', 50), frame('c', 100), frame('d', 150)];
    expect(paths(stays, 60, { maximumSeconds: 100 })).toEqual([['a', 'b', 'c'], ['d']]);
  });

  const anyFrames = fc.uniqueArray(
    fc.record({
      id: fc.string(),
      path: fc.string(),
      deployment: fc.constantFrom('North', 'South', ''),
      seconds: fc.option(fc.integer({ min: 0, max: 2000 }), { nil: null }),
    }),
    { selector: ({ id }) => id },
  );

  it('gives the same groups for any order of input, and keeps every photo exactly once', () => {
    fc.assert(
      fc.property(
        anyFrames,
        fc.integer({ min: 0, max: 300 }),
        fc.array(fc.nat(), { minLength: 50, maxLength: 50 }),
        (frames, gap, keys) => {
          const shuffled = frames
            .map((value, index) => ({ value, key: keys[index % 50] ?? 0 }))
            .sort((left, right) => left.key - right.key)
            .map(({ value }) => value);
          const sequences = groupIntoSequences(frames, gap);
          expect(groupIntoSequences(shuffled, gap)).toEqual(sequences);
          const ids = sequences.flatMap((sequence) => sequence.frames.map(({ id }) => id));
          expect([...ids].sort()).toEqual(frames.map(({ id }) => id).sort());
        },
      ),
    );
  });

  it('leaves each group as it is when it is grouped once more', () => {
    fc.assert(
      fc.property(
        anyFrames,
        fc.nat(300),
        fc.constantFrom('previous', 'first'),
        (frames, gap, measuredFrom) => {
          for (const { frames: group } of groupIntoSequences(frames, gap, { measuredFrom })) {
            const again = groupIntoSequences(group, gap, { measuredFrom });
            expect(again.map((sequence) => sequence.frames)).toEqual([group]);
          }
        },
      ),
    );
  });

  it('only ever joins groups when the gap grows', () => {
    fc.assert(
      fc.property(anyFrames, fc.nat(200), fc.nat(200), (frames, gap, more) => {
        expect(groupIntoSequences(frames, gap + more).length).toBeLessThanOrEqual(
          groupIntoSequences(frames, gap).length,
        );
      }),
    );
  });
});
