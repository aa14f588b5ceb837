import {
  presentRoles,
  type PresentRole,
  type DecidedLabel,
  type RoleScores,
  type RoleThresholds,
} from '../models/role.ts';
/** What a photo or a sequence is taken for. */
export interface Decision {
  label: DecidedLabel;
  /** 0-1: the label's own probability; for `blank`, 1 minus the highest probability of the others. */
  score: number;
  probabilities: RoleScores;
}

/**
 * The strongest role at or above its threshold, else `blank`. Of equal scores the first asked for wins: people, because
 * missing one is the worst error, then animals. Written without lists and objects, because every photo of a survey is
 * decided again in one frame of the screen.
 */
export function labelOfPhoto(
  { animal, person, vehicle }: RoleScores,
  thresholds: RoleThresholds,
): DecidedLabel {
  let label: DecidedLabel = 'blank';
  let best = -Infinity;
  if (person >= thresholds.person) {
    label = 'person';
    best = person;
  }
  if (animal >= thresholds.animal && (label === 'blank' || animal > best)) {
    label = 'animal';
    best = animal;
  }
  return vehicle >= thresholds.vehicle && (label === 'blank' || vehicle > best) ? 'vehicle' : label;
}

/** The label of one photo, with its score. */
export function decidePhoto(scores: RoleScores, thresholds: RoleThresholds): Decision {
  const label = labelOfPhoto(scores, thresholds);
  if (label !== 'blank') return { label, score: scores[label], probabilities: scores };
  const highest = Math.max(scores.animal, scores.person, scores.vehicle);
  return { label, score: 1 - highest, probabilities: scores };
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
    person: frames.reduce((most, { person }) => Math.max(most, person), 0),
    vehicle: mean('vehicle'),
  };
  // What a frame shows is present whatever the mean of its scores, and what none shows is not.
  const shown: RoleThresholds = { animal: Infinity, person: Infinity, vehicle: Infinity };
  for (const role of presentRoles) {
    if (frames.some((scores) => scores[role] >= thresholds[role])) shown[role] = -Infinity;
  }
  return decidePhoto(probabilities, shown);
}
