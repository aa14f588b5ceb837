/** One list of scores for each model, or for each frame, over the same labels. NaN: this one does not know the label. */
export type ScoreLists = readonly ArrayLike<number>[];

/** `mean`: over the lists that know a label. `top-five`: Norouzzadeh's, see `topFiveSum`. */
export const ensembleRules = ['mean', 'top-five'] as const;

export type EnsembleRule = (typeof ensembleRules)[number];

/** The length of the longest list; in a loop, because a season of lists is more than a call can be given. */
export function labelCount(lists: ScoreLists): number {
  let most = 0;
  for (const { length } of lists) most = Math.max(most, length);
  return most;
}

function isKnown(score: number | undefined): score is number {
  return score !== undefined && !Number.isNaN(score);
}

/** The mean score of each label over the lists that know it; 0 for a label that none knows. */
export function meanScores(lists: ScoreLists): Float64Array<ArrayBuffer> {
  const sums = new Float64Array(labelCount(lists));
  const known = new Uint32Array(sums.length);
  for (const list of lists) {
    for (let label = 0; label < list.length; label += 1) {
      const score = list[label];
      if (!isKnown(score)) continue;
      sums[label] = (sums[label] ?? 0) + score;
      known[label] = (known[label] ?? 0) + 1;
    }
  }
  return sums.map((sum, label) => sum / Math.max(1, known[label] ?? 0));
}

/** The places of a list's five highest scores; of equal ones the earlier. */
function topFive(list: ArrayLike<number>): number[] {
  return Array.from(list, (_, label) => label)
    .filter((label) => isKnown(list[label]))
    .sort((left, right) => (list[right] ?? 0) - (list[left] ?? 0) || left - right)
    .slice(0, 5);
}

/**
 * Each list's five highest scores, summed label by label and divided by the number of lists: a label that is in the top
 * five of only some lists loses what the others would have added. It is the ensemble (section S.2, over models) and the
 * event rule (S.3, over photos) of M. S. Norouzzadeh et al., "Automatically identifying, counting, and describing wild
 * animals in camera-trap images with deep learning", PNAS 115 (2018).
 */
export function topFiveSum(lists: ScoreLists): Float64Array<ArrayBuffer> {
  const sums = new Float64Array(labelCount(lists));
  for (const list of lists) {
    for (const label of topFive(list)) sums[label] = (sums[label] ?? 0) + (list[label] ?? 0);
  }
  return sums.map((sum) => sum / lists.length);
}

/**
 * Averages what several classifiers said of one photo. Bring them onto one list of labels first, with `joinLabels` and
 * `mapScores`.
 *
 * @returns the score of each label, 0-1
 */
export function combineModels(models: ScoreLists, rule: EnsembleRule): Float64Array<ArrayBuffer> {
  return rule === 'mean' ? meanScores(models) : topFiveSum(models);
}
