import { aggregateScores, type AggregationRule } from './aggregate.ts';
import type { ScoreLists } from './ensemble.ts';
import type { ModelLabel } from './modelManifest.ts';

/** The rule of each kind of label; `blank` apart, as the winner of Hakuna Ma-data has it. People are `maximum`. */
export interface LabelAggregationRules {
  animal: AggregationRule;
  blank: AggregationRule;
  vehicle: AggregationRule;
}

export const defaultLabelRules: LabelAggregationRules = { animal: 'mean', blank: 'mean', vehicle: 'mean' };

/** What a classifier's frames say together. */
export interface LabelDecision {
  labelIndex: number;
  /** The label's own score by its rule, 0-1. */
  score: number;
  /** One per label, 0-1. They need not sum to 1, because labels can have different rules. */
  scores: Float64Array<ArrayBuffer>;
}

/** The first of the highest scores among some labels; null when there is none. */
function highest(scores: ArrayLike<number>, among: readonly number[]): number | null {
  let best: number | null = null;
  for (const label of among) if (best === null || (scores[label] ?? 0) > (scores[best] ?? 0)) best = label;
  return best;
}

/** The share of frames in which each label is the top one. */
function votes(frames: ScoreLists, all: readonly number[]): Float64Array<ArrayBuffer> {
  const shares = new Float64Array(all.length);
  for (const frame of frames) {
    const top = highest(frame, all);
    if (top !== null) shares[top] = (shares[top] ?? 0) + 1 / frames.length;
  }
  return shares;
}

/**
 * The label of a sequence from a classifier's scores of each frame. A blank label wins only when it is the top label of
 * every frame. Ties go to the higher mean, then to the earlier label.
 *
 * @param frames one score per label for each frame, 0-1
 * @returns null without frames or labels
 */
export function aggregateLabels(
  frames: ScoreLists,
  labels: readonly Pick<ModelLabel, 'role'>[],
  rules: LabelAggregationRules = defaultLabelRules,
): LabelDecision | null {
  if (frames.length === 0) return null;
  const all = labels.map((_, index) => index);
  const byRule = new Map<AggregationRule, Float64Array<ArrayBuffer>>();
  const scoresBy = (rule: AggregationRule): Float64Array<ArrayBuffer> => {
    const scores =
      byRule.get(rule) ?? (rule === 'majority' ? votes(frames, all) : aggregateScores(frames, rule));
    byRule.set(rule, scores);
    return scores;
  };
  const ruleOf = ({ role }: Pick<ModelLabel, 'role'>): AggregationRule => {
    if (role === 'person') return 'maximum';
    return role === 'blank' || role === 'vehicle' ? rules[role] : rules.animal;
  };
  const scores = Float64Array.from(labels, (label, index) => scoresBy(ruleOf(label))[index] ?? 0);
  const isBlank = (label: number): boolean => labels[label]?.role === 'blank';
  const allBlank = frames.every((frame) => isBlank(highest(frame, all) ?? -1));
  const means = scoresBy('mean');
  const candidates = all
    .filter((label) => isBlank(label) === allBlank)
    .sort((left, right) => (means[right] ?? 0) - (means[left] ?? 0) || left - right);
  const labelIndex = highest(scores, candidates);
  return labelIndex === null ? null : { labelIndex, score: scores[labelIndex] ?? 0, scores };
}
