import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecidedLabel, RoleScores } from '../../models/role.ts';
import { countTriage, defaultTriage } from '../../decisions/triage.ts';
import type { GateState } from '../../decisions/gate/peopleGate.ts';
import { observationOf } from '../../taxa/observation.ts';
import { changeSettings } from '../../settings/changeSettings.ts';
import { defaultSettings } from '../../settings/surveySettings.ts';
import { evaluateSurvey, truthOf, type EvaluationQuestion, type JudgedCase } from './surveyEvaluation.ts';

const question: EvaluationQuestion = { detail: 'role', accuracy: 0.9, secondsPerPhoto: 20, photos: 1000 };
const fox = { taxon: null, scientificName: 'Vulpes vulpes', commonName: null };

function judged(
  id: string,
  seen: DecidedLabel[],
  said: DecidedLabel,
  scores: Partial<RoleScores>,
): JudgedCase {
  const probabilities = { animal: 0, person: 0, vehicle: 0, ...scores };
  const score = said === 'blank' ? 1 - Math.max(...Object.values(probabilities)) : probabilities[said];
  return {
    id,
    seen: seen.map((role) => observationOf(role)),
    decision: { label: said, score, probabilities },
    kind: null,
    isLookedAt: false,
  };
}

const cases = [
  judged('right', ['animal'], 'animal', { animal: 0.9 }),
  judged('right again', ['animal'], 'animal', { animal: 0.8 }),
  judged('overlooked', ['animal'], 'blank', { animal: 0.1 }),
  judged('nothing', ['blank'], 'blank', { animal: 0.2 }),
  judged('both', ['person', 'animal'], 'person', { person: 0.95, animal: 0.7 }),
];

describe('the evaluation of a survey', () => {
  const { matrix, report, logLoss, target, saved, losses, warning } = evaluateSurvey(cases, question);

  it('counts what was taken for what; a person beside an animal is a person', () => {
    expect(truthOf(cases[4]?.seen ?? [], 'role')).toBe('person');
    const { labels, counts } = matrix;
    const at = (truth: string, predicted: string) =>
      counts[labels.indexOf(truth)]?.[labels.indexOf(predicted)];
    expect([
      at('animal', 'animal'),
      at('animal', 'blank'),
      at('blank', 'blank'),
      at('person', 'person'),
    ]).toEqual([2, 1, 1, 1]);
    expect(report.accuracy).toMatchObject({ count: 4, of: 5, share: 0.8 });
  });

  it('has the log loss of every role that was there or not, each by its own score', () => {
    // By hand: blank 0.1, 0.2, 0.9, 0.8, 0.05 against 0 0 0 1 0; animal 0.9, 0.8, 0.1, 0.2, 0.7 against 1 1 1 0 1;
    // person 0 0 0 0 0.95 against 0 0 0 0 1; vehicle is never there. A sure and right score costs nothing.
    const loss = (right: number[]): number =>
      right.reduce((sum, score) => sum - Math.log(score), 0) / right.length;
    expect(logLoss.labels).toEqual(['blank', 'animal', 'person', 'vehicle']);
    expect(logLoss.byLabel[0]).toBeCloseTo(loss([0.9, 0.8, 0.1, 0.8, 0.95]), 10);
    expect(logLoss.byLabel[1]).toBeCloseTo(loss([0.9, 0.8, 0.1, 0.8, 0.7]), 10);
    expect(logLoss.byLabel[2]).toBeCloseTo(loss([1, 1, 1, 1, 0.95]), 10);
  });

  it('finds the threshold for the accuracy asked for, and the hours that it saves', () => {
    // The scores in order are 0.95, 0.9, 0.9 (overlooked), 0.8, 0.8: only above the mistake all are right.
    expect(target?.threshold).toBe(0.95);
    expect(target?.accuracy).toMatchObject({ count: 1, of: 1 });
    expect(target?.isSure).toBe(false);
    expect(saved?.hours).toBeCloseTo((1000 * 0.2 * 20) / 3600, 6);
    expect(evaluateSurvey(cases, { ...question, accuracy: 0.8 }).target?.automated).toMatchObject({
      count: 5,
    });
  });

  it('shows the mistakes, the surest first, and warns that five are too few', () => {
    expect(losses.map(({ id }) => id)).toEqual(['overlooked']);
    expect(losses[0]).toMatchObject({ truth: 'animal', predicted: 'blank', truthScore: 0.1 });
    expect(warning?.needed).toBeGreaterThan(100);
  });

  it('asks for the species where the model knows it', () => {
    const named: JudgedCase = {
      ...judged('fox', ['animal'], 'animal', { animal: 0.9 }),
      seen: [observationOf('animal', fox)],
      kind: { name: 'Canis lupus', score: 0.7 },
    };
    const { matrix: bySpecies, losses: mistakes } = evaluateSurvey([named], {
      ...question,
      detail: 'species',
    });
    expect([...bySpecies.labels].sort()).toEqual(['Canis lupus', 'Vulpes vulpes']);
    expect(mistakes[0]?.truthScore).toBeCloseTo(0.3, 12);
    expect(evaluateSurvey([named], question).report.accuracy.share).toBe(1);
  });

  it('promises what triage then does with the threshold, as it is kept: no more and no less', () => {
    const held: GateState = { state: 'held', by: 'machine', signs: [] };
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    // Scores that lie close together as well, as a threshold of few digits would mix them up.
    const anyScore = fc.oneof(
      share,
      share.map((score) => 0.7 + score * 1e-6),
    );
    const anyCase = fc.record({
      seen: fc.constantFrom<DecidedLabel>('animal', 'blank'),
      said: fc.constantFrom<DecidedLabel>('animal', 'blank'),
      score: anyScore,
      kindScore: fc.option(share),
      isHeld: fc.boolean(),
      disagreement: share,
    });
    fc.assert(
      fc.property(fc.array(anyCase, { minLength: 1 }), share, (many, accuracy) => {
        const all = many.map(({ seen, said, score, kindScore, isHeld, disagreement }, index): JudgedCase => ({
          ...judged(String(index), [seen], said, { animal: said === 'blank' ? 1 - score : score }),
          kind: kindScore === null ? null : { name: 'Vulpes vulpes', score: kindScore },
          isLookedAt: isHeld || disagreement > defaultTriage.mostDisagreement,
        }));
        for (const detail of ['role', 'species'] as const) {
          const { target: found } = evaluateSurvey(all, { ...question, detail, accuracy });
          if (!found) continue;
          const kept = String(found.threshold);
          const settings = changeSettings(defaultSettings, { 'triage.accept': kept, 'triage.blank': kept });
          const counts = countTriage(
            all.map(({ id, decision }, index) => ({
              ...{ id, label: decision.label, score: decision.score, isReviewed: false },
              gate: many[index]?.isHeld ? held : { state: 'clear' },
              disagreement: many[index]?.disagreement ?? 0,
            })),
            settings.triage,
          );
          expect(counts.accept + counts.blank).toBe(found.automated.count);
        }
      }),
    );
  });

  it('says nothing of nothing', () => {
    const nothing = evaluateSurvey([], question);
    expect(nothing).toMatchObject({ cases: 0, target: null, saved: null, losses: [] });
    expect(nothing.report.accuracy.share).toBeNull();
  });
});
