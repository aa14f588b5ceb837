import { presentRoles, type DecidedLabel, type RoleScores } from '../../models/role.ts';
import type { SurveySnapshot } from '../../survey/surveySnapshot.ts';
import type { LabelledCase } from './confusionMatrix.ts';
import type { ScoredCase } from './scoredCase.ts';
import type { LossCase } from './topLosses.ts';

/** A sequence that both the machine and a person have named. */
export interface ReviewedCase extends ScoredCase, LabelledCase, LossCase {
  truth: DecidedLabel;
  predicted: DecidedLabel;
  /** Indices into the snapshot's photos. */
  photos: readonly number[];
}

function scoreOf(label: DecidedLabel, probabilities: RoleScores): number {
  if (label !== 'blank') return probabilities[label];
  return 1 - Math.max(...presentRoles.map((role) => probabilities[role]));
}

/** The order in which roles win where a sequence shows several, as the machine has it. */
const order: readonly DecidedLabel[] = ['person', 'animal', 'vehicle', 'blank'];

/**
 * The reviewed sequences as cases for the evaluation: what the machine said of the whole sequence against what a person
 * says. Where a person sees several roles, one that the machine named counts, else the first of person, animal and
 * vehicle. Sequences in which a person could name nothing are left out.
 */
export function reviewedCases({ sequences }: SurveySnapshot): ReviewedCase[] {
  return sequences.flatMap(({ id, photos, decision, observations, isReviewed }): ReviewedCase[] => {
    if (!isReviewed) return [];
    const seen = new Set(
      observations.filter(({ provenance }) => provenance.by === 'human').map(({ role }) => role),
    );
    const truth = seen.has(decision.label) ? decision.label : order.find((role) => seen.has(role));
    if (truth === undefined) return [];
    const { label, score, probabilities } = decision;
    const truthScore = scoreOf(truth, probabilities);
    return [{ id, photos, truth, predicted: label, score, correct: truth === label, truthScore }];
  });
}
