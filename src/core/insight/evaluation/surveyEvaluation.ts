import type { Decision } from '../../decisions/decision.ts';
import { presentRoles } from '../../models/role.ts';
import type { Observation } from '../../taxa/observation.ts';
import { calibrationCurve, type CalibrationCurve } from './calibrationCurve.ts';
import { classReport, type ClassReport } from './classReport.ts';
import { confusionMatrix, type ConfusionMatrix } from './confusionMatrix.ts';
import {
  coverageByClass,
  coverageCurve,
  thresholdForAccuracy,
  thresholdsByClass,
  type AccuracyThreshold,
  type CoveragePoint,
} from './coverageCurve.ts';
import { labourSaved, type LabourSaved } from './labourSaved.ts';
import { logLoss, type LogLoss } from './logLoss.ts';
import { sampleWarning, type SampleWarning } from './sampleWarning.ts';
import { topLosses, type LossCase } from './topLosses.ts';

/** A photo or a sequence that the machine decided and a person named. */
export interface JudgedCase {
  id: string;
  /** All that the person saw. */
  seen: readonly Pick<Observation, 'role' | 'taxon'>[];
  decision: Decision;
  /** What the machine calls the animal; null when it only says "animal". */
  kind: { name: string; score: number } | null;
  /** Whether somebody looks at it whatever its score: the people gate holds it, or its photos contradict each other. */
  isLookedAt: boolean;
}

/** Whether an animal is an animal, or a fox a fox. */
export type EvaluationDetail = 'role' | 'species';

/** How right the machine is, on what people named. */
export interface SurveyEvaluation {
  detail: EvaluationDetail;
  cases: number;
  matrix: ConfusionMatrix;
  report: ClassReport;
  /** Of roles; each can be there or not. */
  logLoss: LogLoss & { labels: readonly string[] };
  calibration: CalibrationCurve;
  /** Like all that follows, up to `saved`, of what may stand without a look, by the score that triage goes by. */
  coverage: CoveragePoint[];
  coverageByClass: ReadonlyMap<string, readonly CoveragePoint[]>;
  /** The threshold for the accuracy asked for; null when no threshold reaches it. */
  target: AccuracyThreshold | null;
  targetByClass: ReadonlyMap<string, AccuracyThreshold | null>;
  saved: LabourSaved | null;
  /** Why this should not be relied on yet; null when the sample is large enough. */
  warning: SampleWarning | null;
  /** The surest mistakes first. */
  losses: (LossCase & { loss: number })[];
}

const roleOrder = ['person', 'animal', 'vehicle', 'unknown', 'blank'] as const;

/** The one name that stands for all a person saw: people first, then animals. */
export function truthOf(seen: JudgedCase['seen'], detail: EvaluationDetail): string {
  for (const role of roleOrder) {
    const found = seen.find((one) => one.role === role);
    if (found) return detail === 'species' ? (found.taxon?.scientificName ?? role) : role;
  }
  return 'blank';
}

function predictedOf({ decision, kind }: JudgedCase, detail: EvaluationDetail): string {
  return detail === 'species' && kind ? kind.name : decision.label;
}

const lossLabels = ['blank', ...presentRoles] as const;

/** The score of each role; of blank it is one less the highest other. */
function roleScoresOf({ decision: { probabilities } }: JudgedCase): number[] {
  const blank = 1 - Math.max(...presentRoles.map((role) => probabilities[role]));
  return [blank, ...presentRoles.map((role) => probabilities[role])];
}

function truthScoreOf(judged: JudgedCase, truth: string): number {
  const { decision, kind } = judged;
  if (kind && truth === kind.name) return kind.score;
  const place = lossLabels.findIndex((label) => label === truth);
  if (place >= 0) return roleScoresOf(judged)[place] ?? 0;
  // A species that the machine named otherwise has what its own name left over.
  return kind ? 1 - kind.score : decision.probabilities.animal;
}

/** What an evaluation is asked for. */
export interface EvaluationQuestion {
  detail: EvaluationDetail;
  /** Share of labels that must be right, 0-1. */
  accuracy: number;
  secondsPerPhoto: number;
  /** Photos of the whole survey, judged or not. */
  photos: number;
}

/** Measures the machine on all that people named. */
export function evaluateSurvey(cases: readonly JudgedCase[], question: EvaluationQuestion): SurveyEvaluation {
  const { detail, accuracy, secondsPerPhoto, photos } = question;
  const scored = cases.map((one) => {
    const truth = truthOf(one.seen, detail);
    const predicted = predictedOf(one, detail);
    const score = detail === 'species' && one.kind ? one.kind.score : one.decision.score;
    return {
      ...{ id: one.id, truth, predicted, score, correct: truth === predicted },
      truthScore: truthScoreOf(one, truth),
    };
  });
  // Triage knows the score of the role: a threshold for that of the species would promise what nobody keeps.
  const standing = scored.flatMap((one, place) => {
    const { isLookedAt = true, decision } = cases[place] ?? {};
    return isLookedAt || !decision ? [] : [{ ...one, score: decision.score }];
  });
  const matrix = confusionMatrix(scored);
  const report = classReport(matrix);
  const target = thresholdForAccuracy(standing, accuracy, scored.length);
  const truths = cases.map(({ seen }) =>
    lossLabels.map((label) =>
      Number(label === 'blank' ? truthOf(seen, 'role') === 'blank' : seen.some(({ role }) => role === label)),
    ),
  );
  return {
    detail,
    cases: cases.length,
    matrix,
    report,
    logLoss: { ...logLoss(truths, cases.map(roleScoresOf)), labels: lossLabels },
    calibration: calibrationCurve(scored),
    coverage: coverageCurve(standing),
    coverageByClass: coverageByClass(standing),
    target,
    targetByClass: thresholdsByClass(standing, accuracy),
    saved: target && labourSaved(photos, target.automated, secondsPerPhoto),
    warning: sampleWarning(report.accuracy),
    losses: topLosses(
      scored.filter(({ correct }) => !correct),
      20,
    ),
  };
}
