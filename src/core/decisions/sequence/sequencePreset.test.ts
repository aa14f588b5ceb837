import { describe, expect, it } from 'vitest';
import { groupIntoSequences } from './sequence.ts';
import { sequencePresets } from './sequencePreset.ts';

describe('sequencePresets', () => {
  const preset = (id: string) => sequencePresets.find((one) => one.id === id);

  it('have the gaps of the programs they are named after, in seconds', () => {
    const gaps = Object.fromEntries(sequencePresets.map(({ id, gapSeconds }) => [id, gapSeconds]));
    expect(gaps).toEqual({
      animl: 2,
      deepfaune: 10,
      megadetector: 60,
      'animl-py': 60,
      timelapse: 120,
      addaxai: 1800,
    });
  });

  it('tell MegaDetector from animl-py, which measures from the first photo', () => {
    const frames = [0, 50, 100].map((seconds) => {
      return { id: String(seconds), path: String(seconds), deployment: 'Ridge', seconds };
    });
    const lengths = (id: string) => {
      const { gapSeconds = 0, measuredFrom = 'previous' } = preset(id) ?? {};
      return groupIntoSequences(frames, gapSeconds, { measuredFrom }).map(
        (sequence) => sequence.frames.length,
      );
    };
    expect(lengths('megadetector')).toEqual([3]);
    expect(lengths('animl-py')).toEqual([2, 1]);
  });
});
