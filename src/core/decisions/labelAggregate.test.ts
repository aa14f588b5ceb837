import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregationRules } from './aggregate.ts';
import { aggregateLabels, defaultLabelRules } from './labelAggregate.ts';

const labels = [
  { role: 'blank' },
  { role: 'animal' },
  { role: 'animal' },
  { role: 'person' },
  { role: 'vehicle' },
] as const;
const [zebra, impala, person] = [1, 2, 3] as const;

describe('aggregateLabels', () => {
  it('keeps the animal that one frame of four shows, though blank has more on average', () => {
    const blank = [0.95, 0.05, 0, 0, 0];
    const decision = aggregateLabels([blank, blank, blank, [0.1, 0.9, 0, 0, 0]], labels);
    expect(decision?.labelIndex).toBe(zebra);
    expect(decision?.score).toBeCloseTo(0.2625, 12);
  });

  it('lets the rule decide between two animals', () => {
    const frames = [
      [0, 0.45, 0.55, 0, 0],
      [0, 0.45, 0.55, 0, 0],
      [0, 0.95, 0.05, 0, 0],
    ];
    expect(aggregateLabels(frames, labels)?.labelIndex).toBe(zebra);
    const majority = aggregateLabels(frames, labels, { ...defaultLabelRules, animal: 'majority' });
    expect(majority?.labelIndex).toBe(impala);
    expect(majority?.score).toBeCloseTo(2 / 3, 12);
  });

  it('settles an equal vote by the mean', () => {
    const frames = [
      [0, 0.51, 0.49, 0, 0],
      [0, 0.1, 0.9, 0, 0],
    ];
    const decision = aggregateLabels(frames, labels, { ...defaultLabelRules, animal: 'majority' });
    expect(decision?.labelIndex).toBe(impala);
  });

  it('can have blank by another rule than animals, as the winner of Hakuna Ma-data', () => {
    const frames = [
      [0.9, 0.1, 0, 0, 0],
      [0.4, 0.3, 0, 0, 0],
    ];
    const rules = { ...defaultLabelRules, blank: 'geometric-mean' } as const;
    expect(aggregateLabels(frames, labels, rules)?.scores[0]).toBeCloseTo(0.6, 12);
  });

  it('has no answer without frames', () => {
    expect(aggregateLabels([], labels)).toBeNull();
  });

  const score = fc.double({ min: 0, max: 1, noNaN: true });
  const frame = fc.tuple(score, score, score, score, score);
  const rule = fc.constantFrom(...aggregationRules);

  it('is blank exactly when each frame is, and takes the best frame for people, by every rule', () => {
    fc.assert(
      fc.property(
        fc.array(frame, { minLength: 1, maxLength: 6 }),
        fc.record({ animal: rule, blank: rule, vehicle: rule }),
        (frames, rules) => {
          const decision = aggregateLabels(frames, labels, rules);
          const allBlank = frames.every((scores) => scores.indexOf(Math.max(...scores)) === 0);
          expect(decision?.labelIndex === 0).toBe(allBlank);
          expect(decision?.scores[person]).toBe(Math.max(...frames.map((scores) => scores[person])));
        },
      ),
    );
  });
});
