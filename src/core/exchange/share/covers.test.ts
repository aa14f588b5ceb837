import { describe, expect, it } from 'vitest';
import type { GateEvidence } from '../../decisions/gate/gateEvidence.ts';
import { coveringOf, coverThresholds } from './covers.ts';
import type { ShareablePhoto } from './shareable.ts';
import { defaultShareOptions } from './shareOptions.ts';

const gate = coverThresholds({
  gate: { personThreshold: 0.1, vehicleThreshold: null, neighbourSeconds: 0 },
  thresholds: { animal: 0.4, person: 0.3, vehicle: 0.5 },
});

function photo(parts: Partial<ShareablePhoto> = {}): ShareablePhoto {
  const whole = { id: 'm', path: 'card/A.JPG', deploymentId: 'card', label: 'animal', capturedAt: null };
  return { ...whole, evidence: [], reviewed: [], ...parts };
}

function sign(score: number, box: GateEvidence['box'] = { x: 0.4, y: 0.4, width: 0.2, height: 0.2 }) {
  return { model: 'lookout 1', label: 'person', role: 'person' as const, score, box };
}

const van = (score: number): GateEvidence => ({ ...sign(score), label: 'vehicle', role: 'vehicle' });

describe('what is covered in a copy', () => {
  it('covers a person with room to spare, and nothing under the threshold', () => {
    const covering = coveringOf(photo({ evidence: [sign(0.2), sign(0.05)] }), gate, defaultShareOptions);
    if (covering.kind !== 'copy') throw new Error('left out');
    expect(covering.covers).toHaveLength(1);
    const [cover] = covering.covers;
    expect(cover?.x).toBeCloseTo(0.35);
    expect(cover?.height).toBeCloseTo(0.3);
  });

  it('keeps covers inside the photo', () => {
    const corner = sign(0.9, { x: 0.9, y: 0, width: 0.1, height: 1 });
    const covering = coveringOf(photo({ evidence: [corner] }), gate, defaultShareOptions);
    if (covering.kind !== 'copy') throw new Error('left out');
    expect(covering.covers[0]).toEqual({ x: 0.875, y: 0, width: 0.125, height: 1 });
  });

  it('leaves out a person whose place nobody knows', () => {
    const leftOut = { kind: 'leave-out', reason: 'no-box' };
    expect(coveringOf(photo({ evidence: [sign(0.9, null)] }), gate, defaultShareOptions)).toEqual(leftOut);
    const named = photo({ reviewed: [{ role: 'person', box: null, count: null }] });
    expect(coveringOf(named, gate, defaultShareOptions)).toEqual(leftOut);
    const two = photo({ evidence: [sign(0.9)], reviewed: [{ role: 'person', box: null, count: 2 }] });
    expect(coveringOf(two, gate, defaultShareOptions)).toEqual(leftOut);
  });

  it('leaves out a person whose box cannot be right, whoever else is covered', () => {
    const lost = { ...sign(0.9, null), isMisplaced: true as const };
    expect(coveringOf(photo({ evidence: [sign(0.8), lost] }), gate, defaultShareOptions)).toEqual({
      kind: 'leave-out',
      reason: 'no-box',
    });
  });

  it('leaves out people where that was asked for, and a photo that no model has seen', () => {
    const options = { ...defaultShareOptions, people: 'leave-out' as const };
    const covering = coveringOf(photo({ evidence: [sign(0.9)] }), gate, options);
    expect(covering).toEqual({ kind: 'leave-out', reason: 'people' });
    expect(coveringOf(photo({ evidence: null }), gate, defaultShareOptions)).toMatchObject({
      reason: 'unseen',
    });
  });

  it('shows vehicles only when told to', () => {
    const parked = photo({ evidence: [van(0.9)] });
    expect(coveringOf(parked, gate, defaultShareOptions)).toMatchObject({ covers: [{}] });
    expect(coveringOf(parked, gate, { ...defaultShareOptions, vehicles: 'show' })).toMatchObject({
      covers: [],
    });
  });

  it('takes a score that is no number for a person', () => {
    expect(coveringOf(photo({ evidence: [sign(NaN)] }), gate, defaultShareOptions)).toMatchObject({
      covers: [{}],
    });
  });

  it('covers what the machine calls a person, however little the gate holds', () => {
    const lax = coverThresholds({
      gate: { personThreshold: 0.9, vehicleThreshold: null, neighbourSeconds: 0 },
      thresholds: { animal: 0.4, person: 0.3, vehicle: 0.5 },
    });
    expect(coveringOf(photo({ evidence: [sign(0.5)] }), lax, defaultShareOptions)).toMatchObject({
      covers: [{}],
    });
  });
});
