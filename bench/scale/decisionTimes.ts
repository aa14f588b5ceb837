import { gateSequences } from '../../src/core/decisions/gate/peopleGate.ts';
import { thresholdsInForce } from '../../src/core/survey/photo.ts';
import { queueEntries } from '../../src/core/queue/queueEntries.ts';
import { everything } from '../../src/core/queue/sequenceFilter.ts';
import { showQueue } from '../../src/core/queue/queueLens.ts';
import { ReviewLog } from '../../src/core/survey/reviews/reviewLog.ts';
import { SnapshotAssembler } from '../../src/core/survey/snapshotAssembler.ts';
import { copiesAmong, decideSequences, sequencesOf } from '../../src/core/survey/decidedSequence.ts';
import { byPath, gateInForce } from '../../src/core/survey/decideSurvey.ts';
import { gateReviewsOf } from '../../src/core/survey/gateReviews.ts';
import { MachineWord } from '../../src/core/survey/machineWord.ts';
import { placePhotos } from '../../src/core/survey/placement.ts';
import { defaultSettings } from '../../src/core/settings/surveySettings.ts';
import { standingSequences } from '../../src/core/survey/standing.ts';
import { figureOf, type Figure } from '../report/figures.ts';
import { drawnManifest, drawnSurvey } from './drawnSurvey.ts';

/** Gaps in seconds, one for each round, so that no round finds anything remembered. */
const gaps = [60, 30, 90, 120, 45, 10, 75];

/**
 * How long every stage of the decisions takes on a survey of so many photos, all of it again: ms of processor time, as
 * other programs on the machine stretch what a clock on the wall shows.
 */
export function decisionTimes(count: number): Record<string, Figure> {
  const times: Record<string, number[]> = {};
  const timed = <Value>(stage: string, make: () => Value): Value => {
    const started = process.cpuUsage();
    const value = make();
    const { user, system } = process.cpuUsage(started);
    (times[stage] ??= []).push((user + system) / 1000);
    return value;
  };
  const photos = drawnSurvey(count);
  const log = new ReviewLog();
  gaps.forEach((gapSeconds, round) => {
    const settings = { ...defaultSettings, gapSeconds };
    settings.thresholds = { animal: 0.3 + round / 20, person: null, vehicle: null };
    const thresholds = thresholdsInForce(settings, drawnManifest);
    const word = new MachineWord([], settings.aggregation, thresholds);
    const ordered = timed('order', () => byPath(photos));
    const placement = timed('place', () => placePhotos(ordered, settings));
    const copies = timed('copies', () => copiesAmong(ordered));
    const sequences = timed('group', () => sequencesOf(placement.photos, copies, settings));
    const decided = timed('decide', () => decideSequences(sequences, thresholds, settings.aggregation, null));
    const gate = gateInForce(settings.gate, drawnManifest);
    const gated = timed('gate', () => gateSequences(sequences, gate, gateReviewsOf(log)));
    const reviewOf = (mediaId: string) => log.photo(mediaId);
    const rules = { thresholds, triage: settings.triage };
    const standing = timed('stand', () => standingSequences(decided, gated, reviewOf, rules, word));
    const snapshot = timed('snapshot', () =>
      new SnapshotAssembler().assemble({
        ...{
          appVersion: '',
          at: '',
          id: '',
          name: '',
          settings,
          models: [],
          labels: drawnManifest.labels,
        },
        ...{
          thresholds,
          gate,
          placement,
          copies,
          word,
          reviewOf,
          sequences: standing,
        },
      }),
    );
    const entries = timed('entries', () => queueEntries(snapshot));
    timed('show', () => showQueue(entries, { filter: everything, sort: 'least-sure' }, snapshot));
    timed('events', () => snapshot.events);
  });
  return Object.fromEntries(Object.entries(times).map(([stage, rounds]) => [stage, figureOf(rounds)]));
}
