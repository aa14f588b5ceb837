import type { Observation, StandingObservation } from '../../taxa/observation.ts';
import type { SnapshotPhoto, SnapshotSequence } from '../surveySnapshot.ts';
import { nameAnew, withoutBoxes, type NamingChange } from './naming.ts';

/** Photos that a keystroke is about, with what stands of them. */
export interface NamingTarget {
  mediaIds: readonly string[];
  standing: readonly Observation[];
  /** True where nothing is left to accept. */
  isReviewed: boolean;
}

/** What is to be stated, and the photos it is stated of. */
export interface NamingStatement {
  observations: readonly Observation[];
  mediaIds: readonly string[];
}

function isHuman({ provenance }: StandingObservation): boolean {
  return provenance.by === 'human';
}

/** One photo alone. */
export function photoTarget({ media, observations }: SnapshotPhoto): NamingTarget {
  return { mediaIds: [media.id], standing: observations, isReviewed: observations.some(isHuman) };
}

/**
 * The photos of a sequence. Those with boxes that somebody drew are each a target of their own, so that a count or a sex
 * never wipes out a drawing. To accept is about those alone that nobody has looked at.
 */
export function sequenceTargets(
  sequence: SnapshotSequence,
  photos: readonly SnapshotPhoto[],
  accepting: boolean,
): NamingTarget[] {
  const open = accepting ? photos.filter(({ observations }) => !observations.some(isHuman)) : photos;
  const hasBoxes = ({ observations }: SnapshotPhoto): boolean =>
    observations.some((observation) => observation.box !== null && isHuman(observation));
  const together = open.filter((photo) => !hasBoxes(photo)).map(({ media }) => media.id);
  const targets = open.filter(hasBoxes).map(photoTarget);
  if (together.length === 0) return targets;
  const standing = withoutBoxes(sequence.observations);
  return [...targets, { mediaIds: together, standing, isReviewed: sequence.isReviewed }];
}

/** What a change states of its targets, the same of several together: one keystroke, as few statements as can be. */
export function namingStatements(
  targets: readonly NamingTarget[],
  change: NamingChange,
  chosen: number | null = null,
): NamingStatement[] {
  const byContent = new Map<string, { observations: Observation[]; mediaIds: string[] }>();
  for (const { mediaIds, standing, isReviewed } of targets) {
    if (change.kind === 'accept' && isReviewed) continue;
    const observations = nameAnew(standing, change, chosen);
    if (observations === null) continue;
    const key = JSON.stringify(observations);
    const known = byContent.get(key);
    if (known) known.mediaIds.push(...mediaIds);
    else byContent.set(key, { observations, mediaIds: [...mediaIds] });
  }
  return [...byContent.values()];
}
