import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GateState } from './gate/peopleGate.ts';
import { countTriage, defaultTriage, disagreement, triage, type TriageCase } from './triage.ts';

const clear: GateState = { state: 'clear' };
const held: GateState = { state: 'held', by: 'machine', signs: [] };

function sequence(more: Partial<TriageCase> = {}): TriageCase {
  return {
    id: 's',
    gate: clear,
    label: 'animal',
    score: 0.95,
    disagreement: 0,
    isReviewed: false,
    ...more,
  };
}

describe('triage', () => {
  it('accepts what is sure, puts blanks aside, and asks about the rest', () => {
    expect(triage(sequence())).toBe('accept');
    expect(triage(sequence({ score: 0.9 }))).toBe('accept');
    expect(triage(sequence({ score: 0.89 }))).toBe('review');
    expect(triage(sequence({ label: 'blank' }))).toBe('blank');
    expect(triage(sequence({ label: 'blank', score: 0.6 }))).toBe('review');
    expect(triage(sequence({ score: Number.NaN }))).toBe('review');
  });

  it('asks about a sure label that most frames contradict each other on', () => {
    expect(triage(sequence({ disagreement: disagreement(['zebra', 'impala', 'topi']) }))).toBe('review');
    expect(triage(sequence({ disagreement: disagreement(['zebra', 'zebra', 'topi']) }))).toBe('accept');
  });

  it('asks about a damaged photo, however sure the machine is of what is left of it', () => {
    expect(triage(sequence({ isDamaged: true }))).toBe('review');
    expect(triage(sequence({ label: 'blank', isDamaged: true }))).toBe('review');
    expect(triage(sequence({ label: 'blank', isDamaged: true, isReviewed: true }))).toBe('blank');
  });

  it('takes the word of a human, but not past the people gate', () => {
    expect(triage(sequence({ score: 0.1, isReviewed: true }))).toBe('accept');
    expect(triage(sequence({ label: 'blank', score: 0.1, isReviewed: true }))).toBe('blank');
    expect(triage(sequence({ gate: held, isReviewed: true }))).toBe('held');
    expect(triage(sequence({ gate: { state: 'released', by: 'Ada', at: '2026-05-01T10:00:00Z' } }))).toBe(
      'accept',
    );
  });

  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const anyCase = fc.record({
    id: fc.string(),
    gate: fc.constantFrom(clear, held),
    label: fc.constantFrom('animal', 'person', 'vehicle', 'blank'),
    score: share,
    disagreement: share,
    isReviewed: fc.boolean(),
  });

  it('never accepts more when more is asked, and never lets a held one go', () => {
    fc.assert(
      fc.property(fc.array(anyCase), share, share, (cases, threshold, more) => {
        const settings = { ...defaultTriage, acceptThreshold: threshold * more };
        const loose = countTriage(cases, settings);
        const strict = countTriage(cases, { ...settings, acceptThreshold: threshold });
        expect(strict.accept).toBeLessThanOrEqual(loose.accept);
        expect(strict.held).toBe(cases.filter(({ gate }) => gate === held).length);
        expect(loose.accept + loose.review + loose.held + loose.blank).toBe(cases.length);
      }),
    );
  });
});

describe('disagreement', () => {
  it('is the share of votes against the most frequent one', () => {
    expect(disagreement([])).toBe(0);
    expect(disagreement(['zebra', 'zebra'])).toBe(0);
    expect(disagreement(['zebra', 'zebra', 'impala', 'topi'])).toBe(0.5);
  });
});
