import type { GateSequence, GateSettings } from '../decisions/gate/gateSequence.ts';
import type { ReviewsInForce } from '../decisions/gate/gateReview.ts';
import { gateSequences, mayLeave, type GatedSequence } from '../decisions/gate/peopleGate.ts';

function leaving(
  sequences: readonly GateSequence[],
  settings: GateSettings,
  inForce: ReviewsInForce,
): Set<string> {
  const ids = new Set<string>();
  gateSequences(sequences, settings, inForce).forEach(({ gate }, place) => {
    if (mayLeave(gate)) for (const { id } of sequences[place]?.frames ?? []) ids.add(id);
  });
  return ids;
}

/** Sequences, and the settings by which the gate looks at them. */
export interface GateLook {
  sequences: readonly GateSequence[];
  settings: GateSettings;
}

/**
 * The held sequences that other settings would let go: ids of those with at least one photo that may leave by those, and
 * may not by these. What is held for a copy that lies elsewhere is held by both.
 *
 * @param now every sequence as it is, with the gate's word on it in `gated`, in the same order
 * @param then the sequences as the other settings group the photos
 */
export function letGo(
  now: GateLook & { gated: readonly GatedSequence[] },
  then: GateLook,
  inForce: ReviewsInForce,
): string[] {
  const isHeld = ({ gate }: GatedSequence): boolean => !mayLeave(gate);
  if (!now.gated.some(isHeld)) return [];
  const before = leaving(now.sequences, now.settings, inForce);
  const after = leaving(then.sequences, then.settings, inForce);
  const goes = ({ id }: { id: string }): boolean => after.has(id) && !before.has(id);
  return now.gated.flatMap((one, place) =>
    isHeld(one) && now.sequences[place]?.frames.some(goes) ? [one.id] : [],
  );
}
