import { describe, expect, it } from 'vitest';
import type { GateSequence, GateSettings } from '../decisions/gate/gateSequence.ts';
import type { GateReview } from '../decisions/gate/gateReview.ts';
import { peopleGate } from '../decisions/gate/peopleGate.ts';
import { letGo } from './gateOpening.ts';

const strict: GateSettings = { personThreshold: 0.1, vehicleThreshold: 0.5, neighbourSeconds: 60 };

function sequence(
  id: string,
  seconds: number,
  ...scores: ([role: 'person' | 'vehicle', score: number] | null)[]
) {
  const frames = scores.map((sign, place) => ({
    id: `${id}${place}`,
    seconds: seconds + place,
    evidence: sign ? [{ model: 'm', label: sign[0], role: sign[0], score: sign[1], box: null }] : [],
  }));
  return { id, deployment: 'Ridge', frames } satisfies GateSequence;
}

const walker = sequence('walker', 0, ['person', 0.4], null);
const after = sequence('after', 30, null);
const truck = sequence('truck', 5000, ['vehicle', 0.9]);
const fox = sequence('fox', 9000, null);
const all: GateSequence[] = [walker, after, truck, fox];
const holdByAda: GateReview = {
  ...{ verdict: 'hold', mediaIds: ['fox0'], signedOff: [], by: 'Ada', at: '2021-05-01T10:00:00.000Z' },
};

function opened(changes: Partial<GateSettings>, grouped: readonly GateSequence[] = all): string[] {
  const gated = peopleGate(all, strict, [holdByAda]);
  const inForce = new Map([['fox0', holdByAda]]);
  const now = { sequences: all, gated, settings: strict };
  return letGo(now, { sequences: grouped, settings: { ...strict, ...changes } }, inForce);
}

describe('settings that open the gate', () => {
  it('are told by the sequences they let go', () => {
    expect(opened({})).toEqual([]);
    expect(opened({ personThreshold: 0.05 })).toEqual([]);
    expect(opened({ personThreshold: 0.5 })).toEqual(['walker', 'after']);
    expect(opened({ vehicleThreshold: null })).toEqual(['truck']);
    expect(opened({ neighbourSeconds: 0 })).toEqual(['after']);
  });

  it('count a sequence of which other groups let a part go, and never what a person holds', () => {
    const apart = walker.frames.map((frame) => ({ ...walker, id: frame.id, frames: [frame] }));
    expect(opened({ neighbourSeconds: 0 }, [...apart, after, truck, fox])).toEqual(['walker', 'after']);
    expect(opened({ personThreshold: 1, vehicleThreshold: null, neighbourSeconds: 0 })).not.toContain('fox');
  });
});
