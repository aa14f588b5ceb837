import { expect, it, vi } from 'vitest';
import { captureTime, doneMedia, predictionOf, threeClassManifest } from '../../../tests/fixtures/photo.ts';
import { gateCosts } from '../decisions/gate/gateCost.ts';
import { toPhoto, type Photo } from './photo.ts';
import { wholeQueue } from '../queue/filterAddress.ts';
import { queueEntries } from '../queue/queueEntries.ts';
import { showQueue } from '../queue/queueLens.ts';
import { ReviewLog } from './reviews/reviewLog.ts';
import { formatCivil } from '../time/civilShift.ts';
import { copiesAmong, sequencesOf } from './decidedSequence.ts';
import { byPath, surveySnapshot } from './decideSurvey.ts';
import { defaultSettings } from '../settings/surveySettings.ts';
import { stationRows } from '../settings/stationTable.ts';

const { labels } = threeClassManifest;

/** Photos of one camera, ten seconds apart, that count how often anything is read of them. */
function countedPhotos(count: number): { photos: Photo[]; reads: () => number } {
  let reads = 0;
  const photos = Array.from({ length: count }, (_, index) => {
    const path = `Ridge/${String(index).padStart(6, '0')}.JPG`;
    const civil = formatCivil(Date.UTC(2021, 5, 4) / 1000 + index * 10);
    const photo = toPhoto(
      doneMedia(path, civil === null ? null : captureTime(civil)),
      predictionOf([index % 3 === 0 ? 0.9 : 0.1, index % 11 === 0 ? 0.8 : 0.01, 0]),
      labels,
    );
    return new Proxy(photo, {
      get(target, property, receiver): unknown {
        reads += 1;
        return Reflect.get(target, property, receiver);
      },
    });
  });
  return { photos, reads: () => reads };
}

function readsFor(count: number, work: (photos: readonly Photo[]) => unknown): number {
  const { photos, reads } = countedPhotos(count);
  work(photos);
  return reads();
}

/** Twice the photos may cost a little more than twice the work, because sorting does; ten times would be a square. */
function expectNoSquare(work: (photos: readonly Photo[]) => unknown): void {
  const [few, many] = [readsFor(400, work), readsFor(4000, work)];
  expect(few).toBeGreaterThan(0);
  expect(many / few).toBeLessThan(14);
}

it.each([
  ['a gap that makes pairs', { ...defaultSettings, gapSeconds: 5 }],
  ['one gap over the whole season', { ...defaultSettings, gapSeconds: 3600 }],
  [
    'neighbours of people held',
    { ...defaultSettings, gate: { ...defaultSettings.gate, neighbourSeconds: 30 } },
  ],
])(
  'ten times the photos take about ten times the work to decide, to show and to count: %s',
  (_, settings) => {
    expectNoSquare((photos) => {
      const snapshot = surveySnapshot({
        ...{ appVersion: '1.0.0', at: '', id: 'project', name: 'Season', settings },
        ...{ manifest: threeClassManifest, models: [], photos, reviews: new ReviewLog() },
      });
      showQueue(queueEntries(snapshot), wholeQueue, snapshot);
      return snapshot.events.length + snapshot.photos.flatMap(({ observations }) => observations).length;
    });
  },
);

it('ten times the photos take about ten times the work to reckon what the gate costs, however far it reaches', () => {
  expectNoSquare((photos) => {
    const ordered = byPath(photos);
    const sequences = sequencesOf(ordered, copiesAmong(ordered), { ...defaultSettings, gapSeconds: 5 });
    const gate = { personThreshold: 0.05, vehicleThreshold: null, neighbourSeconds: 86_400 };
    gateCosts(sequences, gate, [0.1, 0.5, 0.9]);
  });
});

it('ten times the cameras take about ten times the work to name their stations', () => {
  const splitsFor = (cameras: number): number => {
    const folders = Array.from(
      { length: cameras },
      (_, index) => `Season/Site ${index % 7}/Camera ${index}/DCIM`,
    );
    const split = vi.spyOn(String.prototype, 'split');
    const join = vi.spyOn(Array.prototype, 'join');
    stationRows(folders);
    const calls = split.mock.calls.length + join.mock.calls.length;
    split.mockRestore();
    join.mockRestore();
    return calls;
  };
  expect(splitsFor(400) / splitsFor(40)).toBeLessThan(14);
});
