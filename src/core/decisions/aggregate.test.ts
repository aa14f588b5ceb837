import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregateScores, aggregateSequence, aggregationRules } from './aggregate.ts';
import { decidePhoto, decideSequence } from './decision.ts';
import type { RoleScores } from '../models/role.ts';

const thresholds = { animal: 0.4, person: 0.3, vehicle: 0.5 };
const frames: RoleScores[] = [
  { animal: 0.9, person: 0.05, vehicle: 0 },
  { animal: 0.5, person: 0.6, vehicle: 0.1 },
  { animal: 0.1, person: 0.1, vehicle: 0.2 },
];

function animalBy(rule: (typeof aggregationRules)[number]): number | undefined {
  return aggregateSequence(frames, thresholds, { animal: rule, vehicle: 'mean' })?.probabilities.animal;
}

describe('aggregateSequence', () => {
  it('gives each rule its own number', () => {
    expect(animalBy('mean')).toBeCloseTo(0.5, 12);
    expect(animalBy('geometric-mean')).toBeCloseTo(Math.cbrt(0.9 * 0.5 * 0.1), 12);
    expect(animalBy('maximum')).toBe(0.9);
    expect(animalBy('majority')).toBeCloseTo(2 / 3, 12);
    expect(animalBy('top-five')).toBeCloseTo(0.5, 12);
  });

  it('decides the label by the rule: a person in one frame of three against an animal in two', () => {
    const labelBy = (rule: (typeof aggregationRules)[number]) =>
      aggregateSequence(frames, thresholds, { animal: rule, vehicle: 'mean' })?.label;
    expect(labelBy('mean')).toBe('person');
    expect(labelBy('majority')).toBe('animal');
  });

  it('has no answer before a frame is sifted', () => {
    expect(aggregateSequence([], thresholds)).toBeNull();
  });

  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const anyFrames = fc.array(fc.record({ animal: share, person: share, vehicle: share }), {
    minLength: 1,
    maxLength: 8,
  });
  const anyRules = fc.record({
    animal: fc.constantFrom(...aggregationRules),
    vehicle: fc.constantFrom(...aggregationRules),
  });

  it('is decideSequence by default', () => {
    fc.assert(
      fc.property(anyFrames, (some) => {
        const own = aggregateSequence(some, thresholds);
        const known = decideSequence(some, thresholds);
        expect(own?.label).toBe(known?.label);
        expect(own?.score).toBeCloseTo(known?.score ?? -1, 12);
      }),
    );
  });

  it('is blank exactly when each frame is, and takes the best frame for people, by every rule', () => {
    fc.assert(
      fc.property(anyFrames, anyRules, (some, rules) => {
        const decision = aggregateSequence(some, thresholds, rules);
        const allBlank = some.every((frame) => decidePhoto(frame, thresholds).label === 'blank');
        expect(decision?.label === 'blank').toBe(allBlank);
        expect(decision?.probabilities.person).toBe(Math.max(...some.map(({ person }) => person)));
        expect(decision?.score).toBeGreaterThanOrEqual(0);
        expect(decision?.score).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('aggregateScores', () => {
  it('keeps the geometric mean of a long burst from vanishing', () => {
    const burst = Array.from({ length: 5000 }, () => [0.5]);
    expect(aggregateScores(burst, 'geometric-mean')[0]).toBeCloseTo(0.5, 9);
    expect(aggregateScores([[0.5], [0]], 'geometric-mean')[0]).toBe(0);
  });

  it.each(['mean', 'geometric-mean', 'maximum', 'top-five'] as const)(
    'takes a whole season for one sequence, by %s',
    (rule) => {
      const season = Array.from({ length: 150_000 }, () => [0.25]);
      expect(aggregateScores(season, rule)[0]).toBeCloseTo(0.25, 6);
    },
  );
});
