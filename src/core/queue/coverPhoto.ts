import { presentRoles } from '../models/role.ts';
import type { QueueEntry } from './queueEntry.ts';
import type { SnapshotPhoto, SurveySnapshot } from '../survey/surveySnapshot.ts';

/** The photo that shows best why a sequence has its label: the cover of its stack. */
export function coverOf(
  { photos, sequence }: QueueEntry,
  snapshot: Pick<SurveySnapshot, 'photos'>,
): SnapshotPhoto | null {
  const label = sequence?.decision.label ?? 'blank';
  const strength = ({ decision }: SnapshotPhoto): number => {
    if (!decision) return 0;
    const { probabilities } = decision;
    return label === 'blank'
      ? Math.max(...presentRoles.map((role) => probabilities[role]))
      : probabilities[label];
  };
  let best: SnapshotPhoto | null = null;
  for (const index of photos) {
    const photo = snapshot.photos[index];
    if (photo && (best === null || strength(photo) > strength(best))) best = photo;
  }
  return best;
}
