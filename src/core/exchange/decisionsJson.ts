import { roundedDown } from '../insight/evaluation/roundedDown.ts';
import type { EvaluationDetail, SurveyEvaluation } from '../insight/evaluation/surveyEvaluation.ts';
import type { UnknownWord } from '../insight/evaluation/truthWords.ts';
import { gateCosts } from '../decisions/gate/gateCost.ts';
import type { GateSequence, GateSettings } from '../decisions/gate/gateSequence.ts';
import type { LeakQuestion } from '../decisions/gate/leakCheck.ts';
import { leakSoFar } from '../decisions/gate/leakCheck.ts';
import { leakWords } from '../decisions/gate/leakEstimate.ts';
import { clockWords, type ClockReport } from '../survey/clockReport.ts';
import type { NamedSuspect } from '../survey/repeats.ts';
import { settingsByName } from '../settings/changeSettings.ts';
import type { SurveySnapshot } from '../survey/surveySnapshot.ts';
import { toldLabel } from './provenanceCells.ts';

/** Everything in `decisions.json`. */
export interface DecisionsReport {
  snapshot: SurveySnapshot;
  gate: GateSettings;
  /** As the people gate sees them. */
  sequences: readonly GateSequence[];
  leak: readonly LeakQuestion[];
  suspects: readonly NamedSuspect[];
  verdicts: ReadonlyMap<string, boolean>;
  clocks: readonly ClockReport[];
  /** By what was judged; empty where nobody judged anything. */
  evaluations: readonly { of: 'photos' | 'sequences'; evaluation: SurveyEvaluation }[];
  /** Lines of the table of truth that no photo answers to. */
  unmatchedTruth: readonly string[];
  /** Words of that table that are no known name. */
  unknownTruthWords: readonly UnknownWord[];
}

/** The thresholds at which the cost of the people gate is told. */
export const gateCostThresholds: readonly number[] = [
  0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9,
];

function tally(names: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** Six digits after the point, so that files do not change with the last bit of a sum. */
function rounded(key: string, value: unknown): unknown {
  if (typeof value !== 'number' || Number.isInteger(value)) return value;
  return key === 'threshold' ? roundedDown(value, 6) : Math.round(value * 1e6) / 1e6;
}

function gateName({ gate }: SurveySnapshot['sequences'][number]): string {
  return gate.state === 'held' ? `held (${gate.by})` : gate.state;
}

function evaluationOf(of: 'photos' | 'sequences', evaluation: SurveyEvaluation): object {
  const { detail, cases, matrix, report, target, targetByClass, losses } = evaluation;
  const { accuracy, macro } = report;
  const detailWords: Record<EvaluationDetail, string> = { role: 'role', species: 'species' };
  return {
    of,
    by: detailWords[detail],
    cases,
    confusionMatrix: { labels: matrix.labels, truthByPrediction: matrix.counts },
    accuracy,
    classes: report.classes,
    macro,
    logLoss: evaluation.logLoss,
    calibration: evaluation.calibration,
    coverage: evaluation.coverage,
    coverageByClass: Object.fromEntries(evaluation.coverageByClass),
    target,
    targetByClass: Object.fromEntries(targetByClass),
    hoursSaved: evaluation.saved,
    sampleTooSmall: evaluation.warning,
    surestMistakes: losses,
  };
}

/** `decisions.json`: how every decision was made, and what can be said for it. Plain JSON, indented by two blanks. */
export function decisionsJson(decisions: DecisionsReport): string {
  const { snapshot, gate, sequences, leak, suspects, verdicts, clocks } = decisions;
  const { appVersion, at, name, models, settings, thresholds, deployments, photos, events } = snapshot;
  const estimate = leakSoFar(leak);
  const copies = photos.flatMap(({ media, copyOf }) =>
    copyOf === undefined ? [] : [{ path: media.path, copyOf }],
  );
  const pathOf = new Map(photos.map(({ media }) => [media.id, media.path]));
  const content = {
    ...{ appVersion, at, survey: name, models, settings: settingsByName(settings), thresholds },
    counts: {
      photos: tally(photos.map(({ media }) => media.status)),
      copies: copies.length,
      sequences: snapshot.sequences.length,
      byTriage: tally(snapshot.sequences.map(({ triage }) => triage)),
      byGate: tally(snapshot.sequences.map(gateName)),
      byLabel: tally(snapshot.sequences.map((sequence) => toldLabel(sequence, snapshot))),
      reviewed: snapshot.sequences.filter(({ isReviewed }) => isReviewed).length,
      events: tally(events.map(({ label }) => label)),
    },
    gate: {
      settings: gate,
      costs: gateCosts(sequences, gate, gateCostThresholds),
      leak: estimate && { ...estimate, words: leakWords(estimate) },
      clearByMachine: leak.length,
    },
    deployments,
    clocks: clocks.map((report) => ({ ...report, words: clockWords(report) })),
    duplicates: copies.map(({ path, copyOf }) => ({ path, copyOf: pathOf.get(copyOf) ?? copyOf })),
    repeatDetections: suspects.map(({ key, deployment, label, box, photos: count, occurrences }) => ({
      ...{ key, deployment, label, box, photos: count },
      confirmed: verdicts.get(key) ?? null,
      paths: [...new Set(occurrences.map(({ mediaId }) => pathOf.get(mediaId) ?? mediaId))],
    })),
    evaluations: decisions.evaluations.map(({ of, evaluation }) => evaluationOf(of, evaluation)),
    unmatchedTruth: decisions.unmatchedTruth,
    unknownTruthWords: decisions.unknownTruthWords,
  };
  return `${JSON.stringify(content, rounded, 2)}\n`;
}
