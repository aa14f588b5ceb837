import type { SurveySnapshot } from './surveySnapshot.ts';
import { mayLeave } from '../decisions/gate/peopleGate.ts';

/** Held sequences with a photo that could leave after a change. */
export interface LettingGo {
  sequences: number;
  /** Their photos, by media id. */
  mediaIds: ReadonlySet<string>;
}

export const lettingNothingGo: LettingGo = { sequences: 0, mediaIds: new Set() };

type Gated = Pick<SurveySnapshot, 'photos' | 'sequences'>;

function leaving({ photos, sequences }: Gated): Set<string> {
  const ids = new Set<string>();
  for (const { gate, photos: frames } of sequences) {
    if (mayLeave(gate)) for (const frame of frames) ids.add(photos[frame]?.media.id ?? '');
  }
  return ids;
}

/**
 * What a change would let go: whatever it is, the gate itself is asked before and after it.
 *
 * @param before the survey as it stands
 * @param after the same photos, with the change
 */
export function lettingGo(before: Gated, after: Gated): LettingGo {
  const free = leaving(after);
  const mediaIds = new Set<string>();
  let sequences = 0;
  for (const { gate, photos: frames } of before.sequences) {
    if (gate.state !== 'held') continue;
    const ids = frames.map((frame) => before.photos[frame]?.media.id ?? '');
    if (!ids.some((id) => free.has(id))) continue;
    sequences += 1;
    for (const id of ids) mediaIds.add(id);
  }
  return { sequences, mediaIds };
}
