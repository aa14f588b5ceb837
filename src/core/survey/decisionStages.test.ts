import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyPhoto, anyStep, LivingSurvey, reviewByAda } from '../../../tests/fixtures/livingSurvey.ts';
import { captureTime, doneMedia, predictionOf, threeClassManifest } from '../../../tests/fixtures/photo.ts';
import { decideSequence } from '../decisions/decision.ts';
import { gateSequences } from '../decisions/gate/peopleGate.ts';
import { thresholdsInForce, toPhoto, type Photo } from './photo.ts';
import { ContentReviews } from './reviews/contentReviews.ts';
import { ReviewLog } from './reviews/reviewLog.ts';
import { copiedDeployments, copyGates, gateWithCopies } from './copyGate.ts';
import {
  copiesAmong,
  copyGroupsAmong,
  decideSequences,
  sequencesIn,
  sequencesOf,
} from './decidedSequence.ts';
import { byPath, gateInForce } from './decideSurvey.ts';
import { DecisionStages } from './decisionStages.ts';
import { gateReviewsOf } from './gateReviews.ts';
import { MachineWord } from './machineWord.ts';
import { defaultSettings, type SurveySettings } from '../settings/surveySettings.ts';
import { standingSequences, type StandingSequence } from './standing.ts';

const { labels } = threeClassManifest;

/** What is the same for every stage while a setting stays: the app hands on the same objects, too. */
function inForce(settings: SurveySettings) {
  const thresholds = thresholdsInForce(settings, threeClassManifest);
  return {
    settings,
    thresholds,
    gate: gateInForce(settings.gate, threeClassManifest),
    word: new MachineWord([], settings.aggregation, thresholds),
  };
}

type InForce = ReturnType<typeof inForce>;

/** By content, of all that was said. */
function saidOf(ordered: readonly Photo[], log: ReviewLog) {
  const groups = copyGroupsAmong(ordered);
  const said = new ContentReviews(log, groups);
  return { said, copies: copiesAmong(ordered, groups, (id) => said.isReviewed(id)) };
}

function staged(
  stages: DecisionStages,
  photos: readonly Photo[],
  { settings, thresholds, gate, word }: InForce,
  log: ReviewLog,
): (readonly StandingSequence[])[] {
  const ordered = byPath(photos);
  const { said: reviews, copies } = saidOf(ordered, log);
  const { gapSeconds, grouping } = settings;
  const whole = stages.copiedDeployments(ordered, copies).map((part) => {
    const sequences = stages.group(part, gapSeconds, grouping);
    return { sequences, gated: stages.gate(sequences, gate, stages.reviews(part, reviews)) };
  });
  const gates = copyGates(whole, copies);
  return stages.deployments(ordered, copies).map((part) => {
    const said = stages.reviews(part, reviews);
    const sequences = stages.group(part, gapSeconds, grouping);
    const decided = stages.decide(sequences, thresholds, settings.aggregation, null);
    const gated = stages.gateCopies(stages.gate(sequences, gate, said), sequences, gates);
    return stages.stand(decided, gated, said, thresholds, settings.triage, word);
  });
}

function whole(
  photos: readonly Photo[],
  { settings, thresholds, gate, word }: InForce,
  log: ReviewLog,
): StandingSequence[] {
  const ordered = byPath(photos);
  const { said, copies } = saidOf(ordered, log);
  const sequences = sequencesOf(ordered, copies, settings);
  const decided = decideSequences(sequences, thresholds, settings.aggregation, null);
  const inForce = gateReviewsOf(said);
  const copied = copiedDeployments(ordered, copies).map((part) => {
    const together = sequencesIn(part, settings);
    return { sequences: together, gated: gateSequences(together, gate, inForce) };
  });
  const alone = gateSequences(sequences, gate, inForce);
  const gated = gateWithCopies(sequences, alone, copyGates(copied, copies));
  const rules = { thresholds, triage: settings.triage };
  return standingSequences(decided, gated, (id) => said.photo(id), rules, word);
}

describe('DecisionStages', () => {
  it('come to what the plain functions say of the whole survey, whatever happened before', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 1, maxLength: 10 }), (steps) => {
        const stages = new DecisionStages();
        const survey = new LivingSurvey();
        let now = inForce(survey.settings);
        for (const step of steps) {
          survey.take(step);
          if (step.kind === 'settings' || step.kind === 'gate') now = inForce(survey.settings);
          const { photos: all, log } = survey;
          expect(staged(stages, all, now, log).flat()).toEqual(whole(all, now, log));
        }
      }),
    );
  });

  it('agree with a reckoning photo by photo that any reader can check', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyPhoto, { selector: ({ id }) => id, maxLength: 20 }), (photos) => {
        const now = inForce({ ...defaultSettings, gapSeconds: 10 });
        const sequences = staged(new DecisionStages(), photos, now, new ReviewLog()).flat();
        const hasCopies = copyGroupsAmong(photos).size > 0;
        for (const { frames, decision, gate } of sequences) {
          const scores = frames.map((frame) => frame.scores);
          expect(decision.label).toBe(decideSequence(scores, now.thresholds)?.label);
          const isHeld = scores.some(({ person }) => person >= now.gate.personThreshold);
          // One that nobody is in may be held for a copy of one of its photos.
          if (isHeld || !hasCopies) expect(gate.state).toBe(isHeld ? 'held' : 'clear');
          const times = frames.map(({ seconds }) => seconds ?? NaN);
          times
            .slice(1)
            .forEach((time, index) => expect(time - (times[index] ?? NaN)).toBeLessThanOrEqual(10));
        }
        const grouped = sequences.reduce((sum, { frames }) => sum + frames.length, 0);
        const contents = new Set(
          photos.flatMap(({ media }) => (media.status === 'done' ? [media.contentKey] : [])),
        );
        expect(grouped).toBeLessThanOrEqual(photos.filter(({ scores }) => scores).length);
        expect(grouped).toBe(contents.size);
      }),
    );
  });

  const [ridge, creek] = ['Ridge', 'Creek'].map((folder) =>
    [0, 1, 2].map((number) =>
      toPhoto(
        doneMedia(`${folder}/${number}.JPG`, captureTime(`2021-06-04T12:00:0${number}`)),
        predictionOf([0.75, 0, 0]),
        labels,
      ),
    ),
  );
  const both = [...(ridge ?? []), ...(creek ?? [])];

  it('leave a deployment alone of which nothing changed', () => {
    const stages = new DecisionStages();
    const now = inForce(defaultSettings);
    const log = new ReviewLog();
    const [creekBefore, ridgeBefore] = staged(stages, both, now, log);
    const added = toPhoto(doneMedia('Ridge/3.JPG', null), predictionOf([0, 0.9, 0]), labels);
    const [creekAfter, ridgeAfter] = staged(stages, [...both, added], now, log);
    expect(creekAfter).toBe(creekBefore);
    expect(ridgeAfter).not.toBe(ridgeBefore);

    log.add(reviewByAda({ kind: 'gate', verdict: 'hold', signedOff: [] }, ['folder/Creek/1.JPG']));
    const [creekHeld, ridgeHeld] = staged(stages, [...both, added], now, log);
    expect(creekHeld?.[0]?.gate.state).toBe('held');
    expect(ridgeHeld).toBe(ridgeAfter);
  });

  it('do not group anew when a threshold moves', () => {
    const stages = new DecisionStages();
    const [part] = stages.deployments(both, new Map());
    if (!part) throw new Error('there is no deployment');
    const { gapSeconds, grouping, aggregation } = defaultSettings;
    const sequences = stages.group(part, gapSeconds, grouping);
    const decide = (animal: number) =>
      stages.decide(sequences, { animal, person: 0.3, vehicle: 0.5 }, aggregation, null);
    expect(decide(0.5)[0]?.decision.label).toBe('animal');
    expect(decide(0.9)[0]?.decision.label).toBe('blank');
    expect(stages.group(part, gapSeconds, grouping)).toBe(sequences);
    expect(stages.group(part, 0, grouping)).toHaveLength(3);
  });
});
