import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peopleGate, reviewGate } from '../gate/peopleGate.ts';
import type { GateEvidence } from '../gate/gateEvidence.ts';
import type { GateReview } from '../gate/gateReview.ts';
import type { GateSequence, GateSettings } from '../gate/gateSequence.ts';
import { planShare } from './sharePlan.ts';
import type { ShareableSequence } from './shareable.ts';
import { defaultShareOptions, type ShareOptions } from './shareOptions.ts';

interface Folder {
  sequences: GateSequence[];
  reviewed: Set<string>;
}

const box = fc.record({
  x: fc.double({ min: 0, max: 0.7, noNaN: true }),
  y: fc.double({ min: 0, max: 0.7, noNaN: true }),
  width: fc.double({ min: 0.01, max: 0.3, noNaN: true }),
  height: fc.double({ min: 0.01, max: 0.3, noNaN: true }),
});
const evidence: fc.Arbitrary<GateEvidence> = fc.record({
  model: fc.constantFrom('lookout 1', 'other 2'),
  label: fc.constant('person'),
  role: fc.constantFrom('person' as const, 'vehicle' as const),
  score: fc.double({ min: 0, max: 1, noNaN: true }),
  box: fc.option(box, { nil: null }),
});
const frameEvidence = fc.option(fc.array(evidence, { maxLength: 3 }), { nil: null });
const folder: fc.Arbitrary<Folder> = fc
  .array(fc.array(frameEvidence, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 })
  .map((sequences) => ({
    sequences: sequences.map((frames, index) => ({
      id: `s${index}`,
      deployment: 'd',
      frames: frames.map((seen, place) => ({
        id: `s${index}/${place}`,
        seconds: index * 100 + place,
        evidence: seen,
      })),
    })),
    reviewed: new Set<string>(),
  }));

/** What somebody might do, in any order. */
const click = fc.oneof(
  fc.record({ kind: fc.constantFrom('hold', 'release', 'withdraw'), sequence: fc.nat(4) }),
  fc.record({ kind: fc.constant('person'), sequence: fc.nat(4) }),
  fc.record({ kind: fc.constant('threshold'), value: fc.double({ min: 0.01, max: 0.9, noNaN: true }) }),
  fc.record({ kind: fc.constant('vehicles'), value: fc.constantFrom('cover', 'leave-out', 'show') }),
  fc.record({ kind: fc.constant('people'), value: fc.constantFrom('cover', 'leave-out') }),
);

function shareable(
  sequences: GateSequence[],
  settings: GateSettings,
  reviews: GateReview[],
  named: Set<string>,
) {
  const gated = peopleGate(sequences, settings, reviews);
  return sequences.map(({ id, frames }, index): ShareableSequence => ({
    id,
    gate: gated[index]?.gate ?? { state: 'held', by: 'machine', signs: [] },
    photos: frames.map((frame) => ({
      id: frame.id,
      path: `${frame.id}.jpg`,
      deploymentId: 'd',
      label: 'animal',
      evidence: frame.evidence,
      reviewed: named.has(frame.id) ? [{ role: 'person' as const, box: null, count: null }] : [],
      capturedAt: null,
    })),
  }));
}

describe('copies that are safe to share', () => {
  it('never show a person uncovered, whatever was clicked in whatever order', () => {
    fc.assert(
      fc.property(folder, fc.array(click, { maxLength: 20 }), ({ sequences, reviewed }, clicks) => {
        let settings: GateSettings = { personThreshold: 0.3, vehicleThreshold: null, neighbourSeconds: 0 };
        let options: ShareOptions = defaultShareOptions;
        const reviews: GateReview[] = [];
        clicks.forEach((one, step) => {
          if (one.kind === 'threshold')
            settings = { ...settings, personThreshold: (one as { value: number }).value };
          else if (one.kind === 'vehicles' || one.kind === 'people')
            options = { ...options, [one.kind]: (one as { value: string }).value };
          else {
            const place = (one as { sequence: number }).sequence % sequences.length;
            const sequence = sequences[place];
            const gated = peopleGate(sequences, settings, reviews)[place];
            if (!sequence || !gated) return;
            const at = new Date(Date.UTC(2021, 0, 1, 0, 0, step)).toISOString();
            if (one.kind === 'person') reviewed.add(sequence.frames[0]?.id ?? '');
            else reviews.push(reviewGate(one.kind, sequence, gated, 'Ada', at));
          }
          const now = shareable(sequences, settings, reviews, reviewed);
          const { copies, leftOut } = planShare(now, settings, options);
          expect(copies.length + leftOut.length).toBe(sequences.flatMap(({ frames }) => frames).length);
          for (const { photo, covers, sequenceId } of copies) {
            expect(now.find(({ id }) => id === sequenceId)?.gate.state).toMatch(/clear|released/);
            const people = (photo.evidence ?? []).filter(
              ({ role, score }) => role === 'person' && score >= settings.personThreshold,
            );
            for (const person of people) {
              if (person.box === null) continue;
              const { x, y, width, height } = person.box;
              const covered = covers.some(
                (cover) =>
                  cover.x <= x &&
                  cover.y <= y &&
                  cover.x + cover.width >= x + width &&
                  cover.y + cover.height >= y + height,
              );
              expect(covered).toBe(true);
            }
            if (people.length > 0 || photo.reviewed.length > 0) expect(covers.length).toBeGreaterThan(0);
          }
          expect(new Set(copies.map(({ name }) => name.toLowerCase())).size).toBe(copies.length);
        });
      }),
      { numRuns: 200 },
    );
  });
});
