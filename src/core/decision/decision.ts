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

/** The role with the highest score; people win a tie, because missing one is the worst error. */
function strongest(scores: RoleScores, among: readonly PresentRole[]): PresentRole | null {
  const order: PresentRole[] = ['person', 'animal', 'vehicle'];
  let best: PresentRole | null = null;
  for (const role of order) {
    if (among.includes(role) && (best === null || scores[role] > scores[best])) best = role;
  }
  return best;
}

function presentIn(scores: RoleScores, thresholds: RoleThresholds): PresentRole[] {
  return presentRoles.filter((role) => scores[role] >= thresholds[role]);
}

function decide(probabilities: RoleScores, present: readonly PresentRole[]): Decision {
  const label = strongest(probabilities, present);
  if (label) return { label, score: probabilities[label], probabilities };
  const highest = Math.max(...presentRoles.map((role) => probabilities[role]));
  return { label: 'blank', score: 1 - highest, probabilities };
}

/** The label of one photo: the strongest role at or above its threshold, else `blank`. */
export function decidePhoto(scores: RoleScores, thresholds: RoleThresholds): Decision {
  return decide(scores, presentIn(scores, thresholds));
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
  const seen = new Set(frames.flatMap((scores) => presentIn(scores, thresholds)));
  return decide(probabilities, [...seen]);
}
