import { aggregateScores, type AggregationRule } from './aggregate.ts';
import type { ScoreLists } from './ensemble.ts';
import type { ModelLabel } from '../models/manifest/modelManifest.ts';

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

/** The first of the labels with the highest score. */
function topLabel(scores: ArrayLike<number>): number {
  let top = 0;
  for (let label = 1; label < scores.length; label += 1) {
    if ((scores[label] ?? 0) > (scores[top] ?? 0)) top = label;
  }
  return top;
}

/** The share of frames in which each label is the top one. */
function votes(frames: ScoreLists, labelCount: number): Float64Array<ArrayBuffer> {
  const counts = new Float64Array(labelCount);
  for (const frame of frames) {
    const top = topLabel(frame);
    counts[top] = (counts[top] ?? 0) + 1;
  }
  return counts.map((count) => count / frames.length);
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
      byRule.get(rule) ??
      (rule === 'majority' ? votes(frames, labels.length) : aggregateScores(frames, rule));
    byRule.set(rule, scores);
    return scores;
  };
  const ruleOf = ({ role }: Pick<ModelLabel, 'role'>): AggregationRule => {
    if (role === 'person') return 'maximum';
    return role === 'blank' || role === 'vehicle' ? rules[role] : rules.animal;
  };
  const scores = Float64Array.from(labels, (label, index) => scoresBy(ruleOf(label))[index] ?? 0);
  const isBlank = (label: number): boolean => labels[label]?.role === 'blank';
  const allBlank = frames.every((frame) => isBlank(topLabel(frame)));
  const means = scoresBy('mean');
  let labelIndex: number | null = null;
  for (const label of all) {
    if (isBlank(label) !== allBlank) continue;
    const ahead = (scores[label] ?? 0) - (scores[labelIndex ?? -1] ?? -1);
    const isMore = ahead > 0 || (ahead === 0 && (means[label] ?? 0) > (means[labelIndex ?? -1] ?? -1));
    if (isMore) labelIndex = label;
  }
  return labelIndex === null ? null : { labelIndex, score: scores[labelIndex] ?? 0, scores };
}
