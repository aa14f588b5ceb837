import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GateEvidence } from './gateEvidence.ts';
import type { GateReview } from './gateReview.ts';
import type { GateFrame, GateSequence } from './gateSequence.ts';
import { mayLeave, peopleGate, reviewGate } from './peopleGate.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const anySign: fc.Arbitrary<GateEvidence> = fc.record({
  model: fc.constantFrom('first', 'second'),
  label: fc.constantFrom('person', 'hunter'),
  role: fc.constantFrom('person', 'vehicle'),
  score: share,
  box: fc.option(fc.record({ x: share, y: share, width: share, height: share }), { nil: null }),
});
const content = fc.record({
  seconds: fc.option(fc.integer({ min: 0, max: 300 }), { nil: null }),
  evidence: fc.option(fc.array(anySign, { maxLength: 3 }), { nil: null }),
});
const anySequences = fc
  .array(
    fc.record({
      deployment: fc.constantFrom('North', 'South'),
      frames: fc.array(content, { minLength: 1, maxLength: 4 }),
    }),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((sequences) =>
    sequences.map(({ deployment, frames }, index): GateSequence => ({
      id: `sequence ${index}`,
      deployment,
      frames: frames.map((frame, number): GateFrame => ({ id: `${index}/${number}`, ...frame })),
    })),
  );
const anySettings = fc.record({
  personThreshold: share,
  vehicleThreshold: fc.option(share, { nil: null }),
  neighbourSeconds: fc.constantFrom(0, 10, 60),
});
const verdict = fc.constantFrom('hold', 'release', 'withdraw');

/** Reviews as they come about: each of a sequence, in the light of the settings then in force. */
function reviewed(
  sequences: GateSequence[],
  settings: Parameters<typeof peopleGate>[1],
  verdicts: GateReview['verdict'][],
) {
  const gated = peopleGate(sequences, settings);
  return verdicts.flatMap((one, index) => {
    const own = sequences[index % sequences.length];
    const state = gated[index % sequences.length];
    return own && state ? [reviewGate(one, own, state, 'Ada', `2026-05-01T10:00:${10 + index}Z`)] : [];
  });
}

/** Every sequence that was held before is held after. */
function expectNoneCleared(
  before: GateSequence[],
  after: GateSequence[],
  settings: Parameters<typeof peopleGate>[1],
  reviews: GateReview[],
  strict = settings,
): void {
  const then = new Map(peopleGate(before, settings, reviews).map(({ id, gate }) => [id, mayLeave(gate)]));
  for (const { id, gate } of peopleGate(after, strict, reviews)) {
    if (then.get(id) === false) expect(mayLeave(gate)).toBe(false);
  }
}

describe('peopleGate', () => {
  const world = fc.tuple(anySequences, anySettings, fc.array(verdict, { maxLength: 6 }));

  it('clears nothing when the threshold falls, vehicles are asked for too, or neighbours reach further', () => {
    fc.assert(
      fc.property(
        world,
        share,
        share,
        fc.nat(100),
        ([sequences, settings, verdicts], lower, vehicle, further) => {
          const strict = {
            personThreshold: settings.personThreshold * lower,
            vehicleThreshold:
              settings.vehicleThreshold === null ? vehicle : settings.vehicleThreshold * vehicle,
            neighbourSeconds: settings.neighbourSeconds + further,
          };
          expectNoneCleared(sequences, sequences, settings, reviewed(sequences, settings, verdicts), strict);
        },
      ),
    );
  });

  it('clears nothing when a photo, a box or a model is added', () => {
    fc.assert(
      fc.property(
        world,
        content,
        anySign,
        fc.nat(),
        ([sequences, settings, verdicts], added, sign, chosen) => {
          const reviews = reviewed(sequences, settings, verdicts);
          const place = chosen % sequences.length;
          const change = (alter: (frames: readonly GateFrame[]) => GateFrame[]): GateSequence[] =>
            sequences.map((one, index) => (index === place ? { ...one, frames: alter(one.frames) } : one));
          const withPhoto = change((frames) => [...frames, { id: 'new', ...added }]);
          const withBox = change((frames) =>
            frames.map((frame) =>
              frame.evidence ? { ...frame, evidence: [...frame.evidence, sign] } : frame,
            ),
          );
          expectNoneCleared(sequences, withPhoto, settings, reviews);
          expectNoneCleared(sequences, withBox, settings, reviews);
        },
      ),
    );
  });

  it('lets a sequence go only without signs, or by a release that names each of them', () => {
    fc.assert(
      fc.property(world, anySettings, ([sequences, settings, verdicts], later) => {
        const reviews = reviewed(sequences, settings, verdicts);
        const signedOff = new Set(reviews.flatMap((review) => review.signedOff));
        for (const { gate, signs } of peopleGate(sequences, later, reviews)) {
          if (gate.state === 'clear') expect(signs).toEqual([]);
          if (gate.state === 'released') expect(signs.every(({ key }) => signedOff.has(key))).toBe(true);
        }
      }),
    );
  });

  it('keeps one state per sequence, in order, whatever the order of the sequences', () => {
    fc.assert(
      fc.property(world, ([sequences, settings, verdicts]) => {
        const reviews = reviewed(sequences, settings, verdicts);
        const gated = peopleGate(sequences, settings, reviews);
        expect(gated.map(({ id }) => id)).toEqual(sequences.map(({ id }) => id));
        const turned = peopleGate(sequences.toReversed(), settings, reviews).toReversed();
        expect(turned.map(({ gate }) => gate.state)).toEqual(gated.map(({ gate }) => gate.state));
      }),
    );
  });
});
