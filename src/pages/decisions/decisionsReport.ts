import { decisionsJson } from '../../core/exchange/decisionsJson.ts';
import type { Fieldsift } from '../shell/fieldsift.svelte.ts';

/** `decisions.json` of the open survey, as it stands now. */
export function decisionsReport({ survey, trust, clocks }: Fieldsift): string {
  const { decisions, reviews, snapshot } = survey;
  const evaluations = [
    { of: 'photos' as const, evaluation: trust.ofPhotos },
    { of: 'sequences' as const, evaluation: trust.ofSequences },
  ];
  return decisionsJson({
    snapshot,
    gate: decisions.gateSettings,
    sequences: decisions.sequences,
    leak: decisions.leakQuestions,
    suspects: decisions.suspects,
    verdicts: reviews.log.repeatVerdicts(),
    clocks: clocks.reports,
    evaluations: evaluations.filter(({ evaluation }) => evaluation.cases > 0),
    unmatchedTruth: trust.unmatched,
    unknownTruthWords: trust.unknownWords,
  });
}
