import { decidePhoto, type Decision } from './decision.ts';
import type { PresentRole, RoleScores, RoleThresholds } from '../models/role.ts';
import { labelCount, meanScores, topFiveSum, type ScoreLists } from './ensemble.ts';

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

function highest(scores: readonly number[]): number {
  let most = -Infinity;
  for (const score of scores) most = Math.max(most, score);
  return most;
}

/** Scores over frames by label, for every rule but `majority`, which needs votes. */
export function aggregateScores(
  frames: ScoreLists,
  rule: Exclude<AggregationRule, 'majority'>,
): Float64Array<ArrayBuffer> {
  if (rule === 'mean') return meanScores(frames);
  if (rule === 'top-five') return topFiveSum(frames);
  const size = labelCount(frames);
  return Float64Array.from({ length: size }, (_, label) => {
    const scores = frames.map((frame) => frame[label] ?? 0);
    return rule === 'maximum' ? highest(scores) : geometricMean(scores);
  });
}

/** One role's score over the frames; in loops, because it is asked of every sequence of a survey at once. */
function aggregateRole(
  frames: readonly RoleScores[],
  role: PresentRole,
  rule: AggregationRule,
  threshold: number,
): number {
  switch (rule) {
    case 'maximum': {
      let most = -Infinity;
      for (const scores of frames) most = Math.max(most, scores[role]);
      return most;
    }
    case 'geometric-mean':
      return geometricMean(frames.map((scores) => scores[role]));
    case 'majority': {
      let votes = 0;
      for (const scores of frames) if (scores[role] >= threshold) votes += 1;
      return votes / frames.length;
    }
    default: {
      let sum = 0;
      for (const scores of frames) sum += scores[role];
      return sum / frames.length;
    }
  }
}

/** Thresholds that let pass what some frame shows, and nothing else. */
function shownBy(frames: readonly RoleScores[], thresholds: RoleThresholds): RoleThresholds {
  const shown: RoleThresholds = { animal: Infinity, person: Infinity, vehicle: Infinity };
  for (const { animal, person, vehicle } of frames) {
    if (animal >= thresholds.animal) shown.animal = -Infinity;
    if (person >= thresholds.person) shown.person = -Infinity;
    if (vehicle >= thresholds.vehicle) shown.vehicle = -Infinity;
  }
  return shown;
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
  const probabilities: RoleScores = {
    animal: aggregateRole(frames, 'animal', rules.animal, thresholds.animal),
    person: aggregateRole(frames, 'person', 'maximum', thresholds.person),
    vehicle: aggregateRole(frames, 'vehicle', rules.vehicle, thresholds.vehicle),
  };
  // What a frame shows is present whatever the rule made of its score, and what none shows is not.
  return decidePhoto(probabilities, shownBy(frames, thresholds));
}
