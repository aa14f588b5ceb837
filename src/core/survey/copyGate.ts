import type { GateSign } from '../decisions/gate/gateSign.ts';
import type { GatedSequence, GateState } from '../decisions/gate/peopleGate.ts';
import type { Photo, SiftedPhoto } from './photo.ts';
import type { Sequence } from '../decisions/sequence/sequence.ts';
import { siftedDeployments, type SiftedDeployment } from './decidedSequence.ts';

/** Sequences with their copies in them, and the people gate's word on each, in the same order. */
export interface WholeSequences {
  sequences: readonly Sequence<SiftedPhoto>[];
  gated: readonly GatedSequence[];
}

/** By the photo that counts: the gate's words on the sequences in which it or a copy of it lies. */
export type CopyGates = ReadonlyMap<string, readonly GatedSequence[]>;

/** The deployments in which copies lie that do not count, with these copies. */
export function copiedDeployments(
  photos: readonly Photo[],
  copies: ReadonlyMap<string, string>,
): SiftedDeployment[] {
  if (copies.size === 0) return [];
  const copied = new Set<string>();
  for (const { id, deployment } of photos) if (copies.has(id)) copied.add(deployment);
  return siftedDeployments(
    photos.filter(({ deployment }) => copied.has(deployment)),
    new Map(),
  );
}

/** What the gate says of the sequences that were grouped with their copies. */
export function copyGates(
  deployments: readonly WholeSequences[],
  copies: ReadonlyMap<string, string>,
): CopyGates {
  const gates = new Map<string, GatedSequence[]>();
  for (const { sequences, gated } of deployments) {
    sequences.forEach(({ frames }, place) => {
      const own = gated[place];
      if (!own) return;
      for (const { id } of frames) {
        const counted = copies.get(id) ?? id;
        const known = gates.get(counted);
        if (known) known.push(own);
        else gates.set(counted, [own]);
      }
    });
  }
  return gates;
}

/** The strictest of several: a person's hold, then the machine's with all its open signs, then a release. */
function strictest(states: readonly GateState[]): GateState {
  const [first] = states;
  const byHuman = states.find((gate) => gate.state === 'held' && gate.by === 'human');
  if (byHuman) return byHuman;
  if (states.some(({ state }) => state === 'held')) {
    const signs = states.flatMap((gate) =>
      gate.state === 'held' && gate.by === 'machine' ? gate.signs : [],
    );
    return { state: 'held', by: 'machine', signs: eachOnce(signs) };
  }
  return states.find(({ state }) => state === 'released') ?? first ?? { state: 'clear' };
}

/** Each sign once, as it was told first. */
function eachOnce(signs: readonly GateSign[]): GateSign[] {
  const known = new Map<string, GateSign>();
  for (const sign of signs) if (!known.has(sign.key)) known.set(sign.key, sign);
  return [...known.values()];
}

/**
 * The gate of sequences with copies in other sequences. A copy never opens it: a sequence is held while any sequence
 * is that one of its photos lies in under another name, so that a selection of its photos in a folder of its own does
 * not part them from the person beside them. A release signs off what all of them show.
 *
 * @param gated of the same sequences, in the same order; the same list where no copy has a say
 */
export function gateWithCopies(
  sequences: readonly Sequence<SiftedPhoto>[],
  gated: readonly GatedSequence[],
  gates: CopyGates,
): readonly GatedSequence[] {
  if (gates.size === 0) return gated;
  const changed = new Set<GatedSequence>();
  const joined = gated.map((own, place): GatedSequence => {
    const others = new Set(sequences[place]?.frames.flatMap(({ id }) => gates.get(id) ?? []));
    if (others.size === 0) return own;
    const all = [own, ...others];
    const stricter = {
      id: own.id,
      gate: strictest(all.map(({ gate }) => gate)),
      signs: eachOnce(all.flatMap(({ signs }) => signs)),
    };
    changed.add(stricter);
    return stricter;
  });
  return changed.size > 0 ? joined : gated;
}
