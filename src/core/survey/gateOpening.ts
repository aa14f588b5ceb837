import type { GateSequence, GateSettings } from '../gate/gateSequence.ts';
import type { ReviewsInForce } from '../gate/gateReview.ts';
import { gateSequences, mayLeave, type GatedSequence } from '../gate/peopleGate.ts';

/**
 * The held sequences that other settings would let go: ids of those with at least one photo that may leave then.
 *
 * @param now every sequence with the gate's word on it, in the same order
 * @param grouped the sequences as the other settings group the photos
 */
export function letGo(
  now: { sequences: readonly GateSequence[]; gated: readonly GatedSequence[] },
  grouped: readonly GateSequence[],
  settings: GateSettings,
  inForce: ReviewsInForce,
): string[] {
  const isHeld = ({ gate }: GatedSequence): boolean => !mayLeave(gate);
  if (!now.gated.some(isHeld)) return [];
  const leaving = new Set<string>();
  gateSequences(grouped, settings, inForce).forEach(({ gate }, place) => {
    if (mayLeave(gate)) for (const { id } of grouped[place]?.frames ?? []) leaving.add(id);
  });
  return now.gated.flatMap((one, place) =>
    isHeld(one) && now.sequences[place]?.frames.some(({ id }) => leaving.has(id)) ? [one.id] : [],
  );
}
