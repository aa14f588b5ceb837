import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gateCosts } from './gateCost.ts';
import type { GateSequence } from './gateSequence.ts';
import { mayLeave, peopleGate } from './peopleGate.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });

function sequence(id: string, deployment: string, scores: readonly number[], seconds: number): GateSequence {
  const frames = scores.map((score, index) => ({
    id: `${id}/${index}`,
    seconds: seconds + index,
    evidence: [{ model: 'm', label: 'person', role: 'person' as const, score, box: null }],
  }));
  return { id, deployment, frames };
}

describe('gateCosts', () => {
  it('counts all photos of a sequence that one photo holds', () => {
    const sequences = [
      sequence('hiker', 'Ridge', [0.9, 0, 0], 0),
      sequence('stump', 'Ridge', [0.1, 0], 1000),
      sequence('deer', 'Ridge', [0, 0, 0, 0, 0], 2000),
    ];
    const settings = { personThreshold: 0.5, vehicleThreshold: null, neighbourSeconds: 0 };
    expect(gateCosts(sequences, settings, [0.1, 0.5, 0.95])).toEqual([
      { threshold: 0.1, sequencesHeld: 2, photosHeld: 5, share: 0.5 },
      { threshold: 0.5, sequencesHeld: 1, photosHeld: 3, share: 0.3 },
      { threshold: 0.95, sequencesHeld: 0, photosHeld: 0, share: 0 },
    ]);
    expect(gateCosts([], settings, [0.5])[0]?.share).toBe(0);
  });

  it('agrees with the gate itself at every threshold, and never rises with it', () => {
    const sequences = fc
      .array(
        fc.tuple(
          fc.constantFrom('North', 'South'),
          fc.array(share, { minLength: 1, maxLength: 4 }),
          fc.nat(300),
        ),
        { maxLength: 8 },
      )
      .map((list) =>
        list.map(([deployment, scores, seconds], index) =>
          sequence(`s${index}`, deployment, scores, seconds),
        ),
      );
    fc.assert(
      fc.property(
        sequences,
        fc.array(share, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(0, 30),
        (list, thresholds, neighbourSeconds) => {
          const settings = { personThreshold: 0.5, vehicleThreshold: null, neighbourSeconds };
          const ordered = thresholds.toSorted((left, right) => left - right);
          const costs = gateCosts(list, settings, ordered);
          costs.forEach((cost, index) => {
            const gated = peopleGate(list, { ...settings, personThreshold: cost.threshold });
            const held = list.filter((_, place) => !mayLeave(gated[place]?.gate ?? { state: 'clear' }));
            expect(cost.sequencesHeld).toBe(held.length);
            expect(cost.photosHeld).toBe(held.reduce((sum, { frames }) => sum + frames.length, 0));
            expect(cost.photosHeld).toBeLessThanOrEqual(costs[index - 1]?.photosHeld ?? Infinity);
          });
        },
      ),
    );
  });
});
