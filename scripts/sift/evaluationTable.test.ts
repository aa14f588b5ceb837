import { describe, expect, it } from 'vitest';
import { evaluationTable, type WrittenEvaluation } from './evaluationTable.ts';

const share = (count: number, of: number) => ({
  ...{ share: of === 0 ? null : count / of, count, of },
  interval: { low: 0.1, high: 0.95 },
});

const evaluation: WrittenEvaluation = {
  of: 'photos',
  by: 'role',
  cases: 20,
  confusionMatrix: {
    labels: ['animal', 'blank'],
    truthByPrediction: [
      [9, 1],
      [2, 8],
    ],
  },
  accuracy: share(17, 20),
  classes: [
    { label: 'animal', precision: share(9, 11), recall: share(9, 10), f1: 0.857 },
    { label: 'blank', precision: share(0, 0), recall: share(8, 10), f1: 0.842 },
  ],
  macro: { precision: 0.853, recall: 0.85, f1: 0.85 },
  logLoss: { mean: 0.41234 },
  target: { threshold: 0.9, automated: share(10, 20), accuracy: share(10, 10), isSure: false },
  hoursSaved: { hours: 1.25, hoursInterval: { low: 0.5, high: 2 } },
  sampleTooSmall: { margin: 0.17, needed: 196 },
};

describe('the table of an evaluation', () => {
  const lines = evaluationTable([evaluation]).split('\n');

  it('has a row of counts for each truth, with their sum, under the names of what the model said', () => {
    expect(lines).toContain('truth \\ model  animal  blank  all');
    expect(lines).toContain('animal              9      1   10');
    expect(lines).toContain('blank               2      8   10');
  });

  it('says what was never said as none, not as a number', () => {
    expect(lines.find((line) => /^blank .*0\.842$/.test(line))).toMatch(/none\s+0\.800\s+0\.842/);
    const unknown = { ...evaluation, logLoss: { mean: null }, target: null, hoursSaved: null };
    const text = evaluationTable([unknown]);
    expect(text).toContain('Log loss         none');
    expect(text).toContain('No threshold reaches');
    expect(text).not.toContain('Hours saved');
  });

  it('gives shares with their counts and intervals, and warns of a small sample', () => {
    const text = lines.join('\n');
    expect(text).toContain('Right            85.0 % (17 of 20; 10.0 % to 95.0 %)');
    expect(text).toContain('Hours saved      1.3 (0.5 to 2.0)');
    expect(text).toContain('From 0.9 up  100.0 % (10 of 10; 10.0 % to 95.0 %) right');
    expect(text).toContain('give or take 17.0 %; about 196 are needed');
  });

  it('is empty where nobody said what is in the photos', () => {
    expect(evaluationTable([])).toBe('');
  });
});
