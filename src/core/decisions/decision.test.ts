import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decidePhoto, decideSequence } from './decision.ts';
import type { RoleScores } from '../models/role.ts';

const thresholds = { animal: 0.4, person: 0.3, vehicle: 0.5 };
const nothing: RoleScores = { animal: 0.05, person: 0.01, vehicle: 0.02 };

describe('decidePhoto', () => {
  it('is blank when every role is below its own threshold, and says how surely', () => {
    const decision = decidePhoto({ animal: 0.39, person: 0.29, vehicle: 0.49 }, thresholds);
    expect(decision.label).toBe('blank');
    expect(decision.score).toBeCloseTo(0.51, 12);
  });

  it('counts a score at the threshold as present', () => {
    expect(decidePhoto({ ...nothing, person: 0.3 }, thresholds).label).toBe('person');
  });

  it('takes the strongest of several, and people on a tie', () => {
    expect(decidePhoto({ animal: 0.9, person: 0.5, vehicle: 0.6 }, thresholds).label).toBe('animal');
    expect(decidePhoto({ animal: 0.7, person: 0.7, vehicle: 0.7 }, thresholds).label).toBe('person');
  });
});

describe('decideSequence', () => {
  it('takes the mean for animals and vehicles and the maximum for people', () => {
    const decision = decideSequence(
      [
        { animal: 0.8, person: 0.1, vehicle: 0 },
        { animal: 0.4, person: 0.2, vehicle: 0.3 },
      ],
      thresholds,
    );
    expect(decision?.probabilities.animal).toBeCloseTo(0.6, 12);
    expect(decision?.probabilities.person).toBe(0.2);
    expect(decision?.probabilities.vehicle).toBeCloseTo(0.15, 12);
  });

  it('keeps an animal that only one frame of five shows', () => {
    const decision = decideSequence(
      [nothing, nothing, { ...nothing, animal: 0.9 }, nothing, nothing],
      thresholds,
    );
    expect(decision?.label).toBe('animal');
    expect(decision?.score).toBeCloseTo(0.22, 12);
  });

  it('has no answer before a frame is sifted', () => {
    expect(decideSequence([], thresholds)).toBeNull();
  });

  const scores = fc.record({
    animal: fc.double({ min: 0, max: 1, noNaN: true }),
    person: fc.double({ min: 0, max: 1, noNaN: true }),
    vehicle: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  it('is blank exactly when each of its frames is', () => {
    fc.assert(
      fc.property(fc.array(scores, { minLength: 1, maxLength: 6 }), (frames) => {
        const allBlank = frames.every((frame) => decidePhoto(frame, thresholds).label === 'blank');
        expect(decideSequence(frames, thresholds)?.label === 'blank').toBe(allBlank);
      }),
    );
  });

  it('says the same of a single photo as of the photo itself', () => {
    fc.assert(
      fc.property(scores, (frame) => {
        expect(decideSequence([frame], thresholds)).toEqual(decidePhoto(frame, thresholds));
      }),
    );
  });
});
