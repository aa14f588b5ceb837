import { describe, expect, it } from 'vitest';
import type { GateEvidence } from './gateEvidence.ts';
import type { GateFrame, GateSequence } from './gateSequence.ts';
import { mayLeave, peopleGate, reviewGate } from './peopleGate.ts';

const settings = { personThreshold: 0.05, vehicleThreshold: null, neighbourSeconds: 0 };
const box = { x: 0.1, y: 0.2, width: 0.3, height: 0.4 };

function sign(score: number, more: Partial<GateEvidence> = {}): GateEvidence {
  return { model: 'detector', label: 'person', role: 'person', score, box, ...more };
}

function frame(id: string, evidence: GateEvidence[] | null = [], seconds: number | null = 0): GateFrame {
  return { id, seconds, evidence };
}

function sequence(id: string, ...frames: GateFrame[]): GateSequence {
  return { id, deployment: 'Ridge', frames };
}

function states(
  sequences: GateSequence[],
  more = {},
  reviews: Parameters<typeof peopleGate>[2] = [],
): string[] {
  return peopleGate(sequences, { ...settings, ...more }, reviews).map(({ gate }) =>
    gate.state === 'held' ? `held (${gate.by})` : gate.state,
  );
}

/** A human's review of one sequence in the light of the settings. */
function review(verdict: 'hold' | 'release' | 'withdraw', own: GateSequence, at = '2026-05-01T10:00:00Z') {
  const [gated] = peopleGate([own], settings);
  if (!gated) throw new Error('The gate lost a sequence.');
  return reviewGate(verdict, own, gated, 'Ada', at);
}

describe('peopleGate by machine', () => {
  it('holds a sequence for one weak person in one of its photos, in the second model, beside animals', () => {
    const hiker = sign(0.05, { model: 'second' });
    expect(states([sequence('s', frame('a'), frame('b', [sign(0.01), hiker]), frame('c'))])).toEqual([
      'held (machine)',
    ]);
    expect(states([sequence('s', frame('a'), frame('b', [sign(0.0499)]))])).toEqual(['clear']);
  });

  it('holds vehicles only when asked', () => {
    const car = sequence('s', frame('a', [sign(0.9, { role: 'vehicle' })]));
    expect(states([car])).toEqual(['clear']);
    expect(states([car], { vehicleThreshold: 0.2 })).toEqual(['held (machine)']);
  });

  it('holds what no model has seen, and scores that are no number', () => {
    expect(states([sequence('s', frame('a'), frame('b', null))])).toEqual(['held (machine)']);
    expect(states([sequence('s', frame('a', [sign(Number.NaN)]))])).toEqual(['held (machine)']);
  });

  it('holds a damaged photo, in which nobody can be seen any more, until somebody has looked', () => {
    const damaged: GateFrame = { ...frame('b'), isDamaged: true };
    const own = sequence('s', frame('a'), damaged);
    expect(states([own])).toEqual(['held (machine)']);
    expect(states([own, sequence('t', frame('c', [], 5))], { neighbourSeconds: 60 })[1]).toBe('clear');
    expect(states([own], {}, [review('release', own)])).toEqual(['released']);
  });

  it('holds neighbours of the same camera within the time, before and after, and no others', () => {
    const sequences = [
      sequence('early', frame('a', [], 0)),
      sequence('before', frame('b', [], 40)),
      sequence('hiker', frame('c', [sign(0.8)], 100)),
      sequence('after', frame('d', [], 500), frame('e', [], 160)),
      sequence('undated', frame('f', [], null)),
      { id: 'elsewhere', deployment: 'Valley', frames: [frame('g', [], 101)] },
    ];
    const held = peopleGate(sequences, { ...settings, neighbourSeconds: 60 }).filter(
      ({ gate }) => !mayLeave(gate),
    );
    expect(held.map(({ id }) => id)).toEqual(['before', 'hiker', 'after']);
    expect(held[0]?.signs[0]).toMatchObject({ mediaId: 'c', kind: 'person', isOwn: false });
    expect(held[1]?.signs.map(({ isOwn }) => isOwn)).toEqual([true]);
    expect(states(sequences)).toEqual(['clear', 'clear', 'held (machine)', 'clear', 'clear', 'clear']);
  });

  it('does not let a photo that is only not sifted yet hold its neighbours', () => {
    const sequences = [sequence('s', frame('a', null, 0)), sequence('t', frame('b', [], 5))];
    expect(states(sequences, { neighbourSeconds: 60 })).toEqual(['held (machine)', 'clear']);
  });
});

describe('peopleGate with reviews', () => {
  const hiker = sequence('s', frame('a', [sign(0.3)]), frame('b', [sign(0.02)]));

  it('says who released a sequence, and when', () => {
    const [gated] = peopleGate([hiker], settings, [review('release', hiker)]);
    expect(gated?.gate).toEqual({ state: 'released', by: 'Ada', at: '2026-05-01T10:00:00Z' });
  });

  it('holds what a human holds, though no model sees a person', () => {
    const missed = sequence('s', frame('a'));
    const [gated] = peopleGate([missed], settings, [review('hold', missed)]);
    expect(gated?.gate).toEqual({ state: 'held', by: 'human', person: 'Ada', at: '2026-05-01T10:00:00Z' });
  });

  it('holds a released sequence again when a box is added, moves, or surfaces at a lower threshold', () => {
    const released = [review('release', hiker)];
    const added = sequence('s', frame('a', [sign(0.3), sign(0.3, { model: 'second' })]), frame('b'));
    const moved = sequence('s', frame('a', [sign(0.3, { box: { ...box, x: 0.5 } })]), frame('b'));
    expect(states([added], {}, released)).toEqual(['held (machine)']);
    expect(states([moved], {}, released)).toEqual(['held (machine)']);
    expect(states([hiker], { personThreshold: 0.01 }, released)).toEqual(['held (machine)']);
    const fewer = sequence('s', frame('a'), frame('b'));
    expect(states([fewer], { personThreshold: 0.5 }, released)).toEqual(['released']);
  });

  it('follows the photos when a change of the gap makes other sequences of them', () => {
    const other = sequence('t', frame('c', [sign(0.9)]));
    const joined = sequence('s', ...hiker.frames, ...other.frames);
    expect(states([joined], {}, [review('release', hiker)])).toEqual(['held (machine)']);
    expect(states([joined], {}, [review('release', hiker), review('release', other)])).toEqual(['released']);
    expect(states([joined], {}, [review('release', hiker), review('hold', other)])).toEqual(['held (human)']);
  });

  it('takes the latest review, and forgets it when it is withdrawn', () => {
    const first = review('release', hiker, '2026-05-01T10:00:00Z');
    const second = review('hold', hiker, '2026-05-02T10:00:00Z');
    const third = review('withdraw', hiker, '2026-05-03T10:00:00Z');
    expect(states([hiker], {}, [second, first])).toEqual(['held (human)']);
    expect(states([hiker], {}, [first, second, third])).toEqual(['held (machine)']);
  });

  it('releases no neighbour along, and holds the neighbours of a person that only a human saw', () => {
    const neighbour = sequence('t', frame('c', [], 30));
    const near = { neighbourSeconds: 60 };
    expect(states([hiker, neighbour], near, [review('release', hiker)])).toEqual([
      'released',
      'held (machine)',
    ]);
    const missed = sequence('s', frame('a'));
    expect(states([missed, neighbour], near, [review('hold', missed)])).toEqual([
      'held (human)',
      'held (machine)',
    ]);
  });
});
