import { describe, expect, it } from 'vitest';
import { captureTime, doneMedia, predictionOf, threeClassManifest } from '../../../tests/fixtures/photo.ts';
import { aggregationRules } from '../decisions/aggregate.ts';
import { evaluateSurvey } from '../insight/evaluation/surveyEvaluation.ts';
import { matchTruth, parseTruth } from '../insight/evaluation/truthTable.ts';
import { TruthReader } from '../insight/evaluation/truthObservation.ts';
import { parseCsv } from '../files/csv.ts';
import { gateCosts } from '../decisions/gate/gateCost.ts';
import { toPhoto, type Photo } from './photo.ts';
import { ReviewLog } from './reviews/reviewLog.ts';
import { formatCivil, parseCivil } from '../time/civilShift.ts';
import { utcSeconds } from '../time/utcOffset.ts';
import { surveySnapshot } from './decideSurvey.ts';
import { changeSettings } from '../settings/changeSettings.ts';
import { defaultSettings } from '../settings/surveySettings.ts';
import type { SurveySnapshot } from './surveySnapshot.ts';

const { labels } = threeClassManifest;

function photo(index: number, civil: string | null, score = 0.75): Photo {
  const path = `Ridge/${String(index).padStart(5, '0')}.JPG`;
  const time = civil === null ? null : captureTime(civil);
  return toPhoto(doneMedia(path, time), predictionOf([score, 0, 0]), labels);
}

function decide(photos: readonly Photo[], changes: Record<string, string> = {}): SurveySnapshot {
  return surveySnapshot({
    ...{ appVersion: '1.0.0', at: '2021-07-01T00:00:00.000Z', id: 'project', name: 'Season' },
    settings: changeSettings(defaultSettings, changes),
    ...{ manifest: threeClassManifest, models: [], photos, reviews: new ReviewLog() },
  });
}

const framesOf = ({ sequences }: SurveySnapshot): number[] => sequences.map((one) => one.photos.length);

function every(seconds: number, from: string, count: number): Photo[] {
  const start = parseCivil(from) ?? NaN;
  return Array.from({ length: count }, (_, index) => photo(index, formatCivil(start + index * seconds)));
}

describe('a survey', () => {
  it('without photos has nothing, and says nothing', () => {
    expect(decide([])).toMatchObject({ sequences: [], deployments: [], events: [] });
  });

  it('of one photo has one sequence and one event', () => {
    const { sequences, events } = decide([photo(1, '2021-06-04T12:00:00')]);
    expect([sequences.length, events.length]).toEqual([1, 1]);
  });

  it('without a single time takes each photo for itself, loses none, and corrects nothing', () => {
    const undated = Array.from({ length: 5 }, (_, index) => photo(index, null));
    const changes = { zone: '+02:00', 'clock.Ridge.offset': '3600', 'clock.Ridge.swap': 'on' };
    const snapshot = decide(undated, changes);
    expect(framesOf(snapshot)).toEqual([1, 1, 1, 1, 1]);
    expect(snapshot.photos.every((one) => one.captureTime === null)).toBe(true);
    expect(snapshot.deployments[0]).toMatchObject({ start: null, end: null, zoned: false });
  });

  it('all in one second is one sequence in the order of its names, and one record', () => {
    const snapshot = decide(every(0, '2021-06-04T12:00:00', 40).toReversed());
    expect(framesOf(snapshot)).toEqual([40]);
    expect(snapshot.photos.map(({ frameNumber }) => frameNumber)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
    expect(snapshot.events.map(({ records }) => records.length)).toEqual([1]);
  });

  it.each(aggregationRules)('of 3,000 photos in one sequence is decided by %s', (rule) => {
    const snapshot = decide(every(1, '2021-06-04T12:00:00', 3000), {
      'rule.animal': rule,
      'gate.neighbours': '3600',
    });
    expect(framesOf(snapshot)).toEqual([3000]);
    expect(snapshot.sequences[0]?.decision.label).toBe('animal');
    expect(framesOf(decide(every(1, '2021-06-04T12:00:00', 3000), { 'sequence.longest': '99' }))).toEqual(
      Array.from({ length: 30 }, () => 100),
    );
  });
});

describe('a burst', () => {
  it('stays whole over the night that summer time ends, whether the camera or the place changed its clock', () => {
    const night = every(20, '2021-10-31T02:59:30', 4);
    const moment = ({ photos }: SurveySnapshot): (number | null)[] =>
      photos.map(({ captureTime: time }) => time && utcSeconds(time));
    const left = decide(night, {
      'clock.Ridge.zone': '+02:00',
      'clock.Ridge.saving': '2021-10-31T03:00:00/-3600',
    });
    expect(framesOf(left)).toEqual([4]);
    expect(left.photos.map(({ captureTime: time }) => [time?.civil.slice(11), time?.offset])).toEqual([
      ['02:59:30', '+02:00'],
      ['02:59:50', '+02:00'],
      ['02:00:10', '+01:00'],
      ['02:00:30', '+01:00'],
    ]);
    const [first = NaN] = moment(left).map(Number);
    expect(moment(left)).toEqual([first, first + 20, first + 40, first + 60]);
  });

  it('stays whole under every offset, also over midnight, the new year and the beginning of 1970', () => {
    const burst = every(2, '2021-01-01T00:00:01', 3);
    for (const offset of ['-1', '-86400', '43200', '-1700000000', '0.5']) {
      const snapshot = decide(burst, { 'clock.Ridge.offset': offset });
      expect(framesOf(snapshot), offset).toEqual([3]);
    }
    const [before] = decide(burst, { 'clock.Ridge.offset': '-2' }).photos;
    expect(before?.captureTime?.civil).toBe('2020-12-31T23:59:59');
  });

  it('can be of a card with a wrong year, day and month swapped, and a clock that drifted', () => {
    const snapshot = decide([photo(1, '2011-03-08T10:00:00')], {
      'clock.Ridge.swap': 'on',
      'clock.Ridge.year': '10/2011-08-03T00:00:00',
      'clock.Ridge.drift': '2021-08-01T00:00:00/2021-08-01T00:00:00,2021-08-11T00:00:00/2021-08-10T23:59:20',
      'clock.Ridge.zone': '-03:30',
    });
    // Two days and ten hours at 4 s a day too fast.
    expect(snapshot.photos[0]?.captureTime).toMatchObject({ civil: '2021-08-03T09:59:50', offset: '-03:30' });
  });
});

describe('a table of truth', () => {
  const reader = new TruthReader(labels);
  const question = { detail: 'role' as const, accuracy: 0.966, secondsPerPhoto: 20, photos: 1 };
  const paths = ['Ridge/00001.JPG'];

  it('without lines judges nothing', () => {
    const { byPath } = matchTruth(parseTruth(parseCsv('file,species\n')), paths);
    expect(byPath.size).toBe(0);
    expect(evaluateSurvey([], question)).toMatchObject({ cases: 0, target: null });
    expect(() => parseTruth(parseCsv(''))).toThrow('The columns are missing');
  });

  it('takes a name that the model does not know for an animal of that name', () => {
    const { byPath } = matchTruth(parseTruth(parseCsv('file,species\n00001.JPG,Okapi\n')), paths);
    const seen = (byPath.get('Ridge/00001.JPG') ?? []).map((name) => reader.read(name));
    const probabilities = { animal: 0.9, person: 0, vehicle: 0 };
    const judged = {
      id: '1',
      seen,
      decision: { label: 'animal' as const, score: 0.9, probabilities },
      kind: null,
      isLookedAt: false,
    };
    expect(evaluateSurvey([judged], question).report.accuracy.share).toBe(1);
    expect(evaluateSurvey([judged], { ...question, detail: 'species' }).matrix.labels).toEqual([
      'Okapi',
      'animal',
    ]);
  });
});

it('the gate costs nothing where there is nobody, and everything where nothing is sifted', () => {
  const frame = { id: 'a', seconds: null };
  const gate = { personThreshold: 0.1, vehicleThreshold: null, neighbourSeconds: 86_400 };
  const costs = (evidence: [] | null) =>
    gateCosts([{ id: 's', deployment: 'd', frames: [{ ...frame, evidence }] }], gate, [0.01, 1])[1]?.share;
  expect([costs([]), costs(null)]).toEqual([0, 1]);
});
