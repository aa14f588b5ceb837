import { describe, expect, it } from 'vitest';
import { topLosses } from './topLosses.ts';

describe('topLosses', () => {
  it('brings up what was surest of the wrong thing', () => {
    const cases = [
      { id: 'right', truth: 'zebra', predicted: 'zebra', truthScore: 0.9 },
      { id: 'unsure', truth: 'zebra', predicted: 'impala', truthScore: 0.4 },
      { id: 'sure and wrong', truth: 'lion', predicted: 'blank', truthScore: 0.01 },
      { id: 'never thought of', truth: 'lion', predicted: 'blank', truthScore: 0 },
    ];
    expect(topLosses(cases, 2).map(({ id }) => id)).toEqual(['never thought of', 'sure and wrong']);
    expect(topLosses(cases, 9)).toHaveLength(4);
    expect(topLosses(cases, 1)[0]?.loss).toBeLessThan(Infinity);
  });
});
