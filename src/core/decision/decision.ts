/** The roles whose presence is decided; `blank` is their common absence. */
export const presentRoles = ['animal', 'person', 'vehicle'] as const;

export type PresentRole = (typeof presentRoles)[number];
export type DecidedLabel = PresentRole | 'blank';

/** For each role the probability that at least one is in the photo, 0-1. */
export type RoleScores = Record<PresentRole, number>;

/** Score from which each role counts as present, 0-1. */
export type RoleThresholds = Record<PresentRole, number>;

/** What a photo or a sequence is taken for. */
export interface Decision {
  label: DecidedLabel;
  /** 0-1: the label's own probability; for `blank`, 1 minus the highest probability of the others. */
  score: number;
  probabilities: RoleScores;
}

/** The order in which equal scores win: people first, because missing one is the worst error. */
const byWeight: readonly PresentRole[] = ['person', 'animal', 'vehicle'];

/**
 * The label of one photo: the strongest role at or above its threshold, else `blank`. Written without lists, because
 * every photo of a survey is decided anew in one frame of the screen.
 */
export function decidePhoto(scores: RoleScores, thresholds: RoleThresholds): Decision {
  let best: PresentRole | null = null;
  for (const role of byWeight) {
    if (scores[role] >= thresholds[role] && (best === null || scores[role] > scores[best])) best = role;
  }
  if (best) return { label: best, score: scores[best], probabilities: scores };
  const highest = Math.max(scores.animal, scores.person, scores.vehicle);
  return { label: 'blank', score: 1 - highest, probabilities: scores };
}

/**
 * The label of a sequence from its frames: the mean of the frames' probabilities for animal and vehicle, the maximum
 * for person. It is `blank` only when every frame is, so that an animal seen in one frame of ten is not thrown away.
 *
 * @returns null when no frame has been sifted yet
 */
export function decideSequence(frames: readonly RoleScores[], thresholds: RoleThresholds): Decision | null {
  if (frames.length === 0) return null;
  const mean = (role: PresentRole): number =>
    frames.reduce((sum, scores) => sum + scores[role], 0) / frames.length;
  const probabilities: RoleScores = {
    animal: mean('animal'),
    person: Math.max(...frames.map(({ person }) => person)),
    vehicle: mean('vehicle'),
  };
  // What a frame shows is present whatever the mean of its scores, and what none shows is not.
  const shown: RoleThresholds = { animal: Infinity, person: Infinity, vehicle: Infinity };
  for (const role of presentRoles) {
    if (frames.some((scores) => scores[role] >= thresholds[role])) shown[role] = -Infinity;
  }
  return decidePhoto(probabilities, shown);
}
