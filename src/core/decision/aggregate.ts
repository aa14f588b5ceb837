import {
  decidePhoto,
  presentRoles,
  type Decision,
  type PresentRole,
  type RoleScores,
  type RoleThresholds,
} from './decision.ts';
import { meanScores, topFiveSum, type ScoreLists } from './ensemble.ts';

/**
 * How the frames of a sequence become one score. `mean`; `geometric-mean`: one frame that says no weighs more (2nd place
 * of Hakuna Ma-data); `maximum`; `majority`: the share of frames that vote for it; `top-five`: Norouzzadeh's S.3, each
 * frame's five best labels summed and divided by the number of frames.
 */
export const aggregationRules = ['mean', 'geometric-mean', 'maximum', 'majority', 'top-five'] as const;

export type AggregationRule = (typeof aggregationRules)[number];

/** The rule of each role. People have no choice of rule: one frame that shows a person is enough, so it is `maximum`. */
export interface AggregationRules {
  animal: AggregationRule;
  vehicle: AggregationRule;
}

/** The rules of `decideSequence`. */
export const defaultAggregationRules: AggregationRules = { animal: 'mean', vehicle: 'mean' };

function geometricMean(scores: readonly number[]): number {
  // By logarithms, because the product of a long burst would underflow; a score of 0 still gives 0.
  return Math.exp(scores.reduce((sum, score) => sum + Math.log(score), 0) / scores.length);
}

/** Scores over frames by label, for every rule but `majority`, which needs votes. */
export function aggregateScores(
  frames: ScoreLists,
  rule: Exclude<AggregationRule, 'majority'>,
): Float64Array<ArrayBuffer> {
  if (rule === 'mean') return meanScores(frames);
  if (rule === 'top-five') return topFiveSum(frames);
  const size = Math.max(0, ...frames.map(({ length }) => length));
  return Float64Array.from({ length: size }, (_, label) => {
    const scores = frames.map((frame) => frame[label] ?? 0);
    return rule === 'maximum' ? Math.max(...scores) : geometricMean(scores);
  });
}

function aggregateRole(scores: readonly number[], rule: AggregationRule, threshold: number): number {
  switch (rule) {
    case 'maximum':
      return Math.max(...scores);
    case 'geometric-mean':
      return geometricMean(scores);
    case 'majority':
      return scores.filter((score) => score >= threshold).length / scores.length;
    default:
      return scores.reduce((sum, score) => sum + score, 0) / scores.length;
  }
}

/**
 * The label of a sequence by chosen rules; with the default ones the same as `decideSequence`. It is `blank` only when
 * every frame is, whatever the rules, and only a role that some frame shows can be its label. A role is one score a
 * frame, so `top-five` is the mean here; it differs over a classifier's labels (`aggregateLabels`).
 *
 * @returns null when no frame has been sifted yet
 */
export function aggregateSequence(
  frames: readonly RoleScores[],
  thresholds: RoleThresholds,
  rules: AggregationRules = defaultAggregationRules,
): Decision | null {
  if (frames.length === 0) return null;
  const over = (role: PresentRole, rule: AggregationRule): number =>
    aggregateRole(
      frames.map((scores) => scores[role]),
      rule,
      thresholds[role],
    );
  const probabilities: RoleScores = {
    animal: over('animal', rules.animal),
    person: over('person', 'maximum'),
    vehicle: over('vehicle', rules.vehicle),
  };
  // What a frame shows is present whatever the rule made of its score, and what none shows is not.
  const shown: RoleThresholds = { animal: Infinity, person: Infinity, vehicle: Infinity };
  for (const role of presentRoles) {
    if (frames.some((scores) => scores[role] >= thresholds[role])) shown[role] = -Infinity;
  }
  return decidePhoto(probabilities, shown);
}
