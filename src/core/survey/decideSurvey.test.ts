import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captureTime, doneMedia, predictionOf, threeClassManifest } from '../../../tests/fixtures/photo.ts';
import { pendingMedia } from '../photos/media.ts';
import { toPhoto, type Photo } from './photo.ts';
import { observationOf, type ObservedRole } from '../taxa/observation.ts';
import { ReviewLog } from './reviews/reviewLog.ts';
import type { Review, ReviewStatement } from './reviews/review.ts';
import { formatCivil } from '../time/civilShift.ts';
import { noClockCorrection } from '../time/clockCorrection.ts';
import { surveySnapshot } from './decideSurvey.ts';
import { changeSettings } from '../settings/changeSettings.ts';
import { defaultSettings, type SurveySettings } from '../settings/surveySettings.ts';
import type { SurveySnapshot } from './surveySnapshot.ts';

const { labels } = threeClassManifest;

type Scores = [animal: number, person: number, vehicle: number];

function photo(path: string, civil: string | null, scores: Scores = [0.75, 0, 0]): Photo {
  return toPhoto(doneMedia(path, civil === null ? null : captureTime(civil)), predictionOf(scores), labels);
}

function decide(
  photos: readonly Photo[],
  settings: SurveySettings = defaultSettings,
  reviews: readonly Review[] = [],
): SurveySnapshot {
  return surveySnapshot({
    appVersion: '1.0.0',
    at: '2021-07-01T00:00:00.000Z',
    id: 'project',
    name: 'Season',
    settings,
    manifest: threeClassManifest,
    models: [],
    photos,
    reviews: new ReviewLog(reviews),
  });
}

let order = 0;
function review(statement: ReviewStatement, mediaIds: readonly string[]): Review {
  order += 1;
  const at = new Date(Date.UTC(2021, 5, 1) + order * 1000).toISOString();
  return { id: `r${order}`, projectId: 'project', by: 'Ada', at, order, mediaIds, statement };
}

const named = (role: ObservedRole, mediaIds: readonly string[]): Review =>
  review({ kind: 'observations', observations: [observationOf(role)] }, mediaIds);

const burst = [
  photo('Ridge/1.JPG', '2021-06-04T12:00:00', [0.875, 0, 0]),
  photo('Ridge/2.JPG', '2021-06-04T12:00:01', [0.125, 0, 0]),
  photo('Ridge/3.JPG', '2021-06-04T12:00:02', [0.5, 0.0625, 0]),
];
const ids = burst.map(({ id }) => id);

/** A photo of any state at any time; several can have one content. */
const anyPhoto = fc
  .record({
    folder: fc.constantFrom('Ridge', 'Ridge/100RECNX', 'Creek'),
    name: fc.nat(40),
    seconds: fc.option(fc.nat(300), { nil: null }),
    scores: fc.tuple(...[1, 2, 3].map(() => fc.nat(100).map((hundredths) => hundredths / 100))),
    status: fc.constantFrom('done', 'done', 'done', 'pending', 'failed'),
    content: fc.option(fc.nat(3), { nil: null }),
  })
  .map(({ folder, name, seconds, scores, status, content }): Photo => {
    const path = `${folder}/${name}.JPG`;
    if (status === 'pending') return toPhoto(pendingMedia('project', 'folder', path), null, labels);
    const civil = seconds === null ? null : formatCivil(Date.UTC(2021, 5, 4) / 1000 + seconds);
    const media = doneMedia(path, civil === null ? null : captureTime(civil));
    if (content !== null) media.contentKey = `content ${content}`;
    if (status === 'failed') {
      return toPhoto({ ...media, status, failure: { code: 'truncated', detail: '' } }, null, labels);
    }
    return toPhoto(media, predictionOf(scores as Scores), labels);
  });
const anyPhotos = fc.uniqueArray(anyPhoto, { selector: ({ id }) => id, maxLength: 25 });

describe('surveySnapshot', () => {
  it('loses no photo and doubles none, whatever state they are in', () => {
    fc.assert(
      fc.property(anyPhotos, fc.nat(120), (photos, gap) => {
        const { photos: shown, sequences, events } = decide(photos, { ...defaultSettings, gapSeconds: gap });
        expect(shown.map(({ media }) => media.id).sort()).toEqual(photos.map(({ id }) => id).sort());
        const inSequences = sequences.flatMap((sequence) => sequence.photos);
        expect(new Set(inSequences).size).toBe(inSequences.length);
        shown.forEach(({ media, copyOf, sequenceId }, index) => {
          const counts = media.status === 'done' && copyOf === undefined;
          expect(sequenceId !== null).toBe(counts);
          expect(inSequences.includes(index)).toBe(counts);
        });
        const records = events.flatMap((event) => event.records.map(({ id }) => id));
        expect(new Set(records).size).toBe(records.length);
      }),
    );
  });

  it('is the same for any order of the photos', () => {
    fc.assert(
      fc.property(anyPhotos, (photos) => {
        expect(decide([...photos].reverse())).toEqual(decide(photos));
      }),
    );
  });

  it('counts every content once', () => {
    const copies = ['a', 'b', 'c'].map((name) => {
      const media = {
        ...doneMedia(`Ridge/${name}.JPG`, captureTime('2021-06-04T12:00:00')),
        contentKey: 'x',
      };
      return toPhoto(media, predictionOf([0.9, 0, 0]), labels);
    });
    const { photos, sequences, events } = decide(copies);
    expect(photos.map(({ copyOf }) => copyOf)).toEqual([undefined, copies[0]?.id, copies[0]?.id]);
    expect(sequences.map((sequence) => sequence.photos)).toEqual([[0]]);
    expect(events).toHaveLength(1);
    expect(photos[1]?.observations).toEqual([]);
  });

  it('groups, decides, holds and names one burst', () => {
    const { sequences, photos, events } = decide(burst);
    expect(sequences).toMatchObject([
      {
        id: 'Ridge#1',
        photos: [0, 1, 2],
        decision: { label: 'animal', score: 0.5 },
        // 0.0625 is over the model's conservative 0.05, though under its typical 0.3.
        gate: { state: 'held', by: 'machine' },
        triage: 'held',
        isReviewed: false,
        observations: [{ role: 'animal', provenance: { by: 'machine', threshold: 0.4 } }],
      },
    ]);
    expect(photos.map(({ observations }) => observations[0]?.role)).toEqual(['animal', 'blank', 'animal']);
    expect(events.map(({ label, records }) => [label, records.length])).toEqual([['animal', 2]]);
  });

  it('lets a person’s word stand before the machine’s, photo by photo and for the sequence', () => {
    const reviews = [
      named('blank', ids),
      review(
        {
          kind: 'observations',
          observations: [{ ...observationOf('animal'), count: 2, sex: 'female' }, observationOf('vehicle')],
        },
        [ids[2] ?? ''],
      ),
    ];
    const { sequences, photos, events } = decide(burst, defaultSettings, reviews);
    expect(sequences[0]).toMatchObject({ isReviewed: true, triage: 'held' });
    expect(sequences[0]?.observations).toMatchObject([
      { role: 'animal', count: 2, sex: 'female', provenance: { by: 'human', person: 'Ada' } },
      { role: 'vehicle', count: null },
    ]);
    expect(photos[0]?.observations).toMatchObject([{ role: 'blank', score: null }]);
    expect(events.map(({ label }) => label)).toEqual(['animal', 'vehicle']);
  });

  it('has a person’s word on a photo that the model in use has not seen, or failed on, at once', () => {
    const unseen = burst.map(({ media }, place): Photo => {
      const failure = { code: 'inference' as const, detail: '' };
      const [pending, failed] = [
        { ...media, status: 'pending' as const },
        { ...media, failure, status: 'failed' as const },
      ];
      return toPhoto(place === 0 ? failed : pending, null, labels);
    });
    const before = decide(unseen);
    expect(before.photos.flatMap(({ observations }) => observations)).toEqual([]);
    const { photos, events } = decide(unseen, defaultSettings, [named('animal', ids.slice(0, 2))]);
    const human = [{ role: 'animal', provenance: { by: 'human', person: 'Ada' } }];
    expect(photos.map(({ observations }) => observations)).toMatchObject([human, human, []]);
    expect(events.map(({ label }) => label)).toEqual(['animal']);
  });

  it('is reviewed only when every photo is, and moves with the photos to other sequences', () => {
    const reviews = [named('animal', ids.slice(0, 1))];
    const [whole] = decide(burst, defaultSettings, reviews).sequences;
    expect(whole).toMatchObject({ isReviewed: false, observations: [{ provenance: { by: 'human' } }] });
    const apart = decide(burst, { ...defaultSettings, gapSeconds: 0 }, reviews).sequences;
    expect(apart.map(({ isReviewed }) => isReviewed)).toEqual([true, false, false]);
  });

  it('releases what somebody signed off, and stops when a new sign is seen', () => {
    const [held] = decide(burst).sequences;
    const signedOff = held?.gate.state === 'held' && held.gate.by === 'machine' ? held.gate.signs : [];
    const release = review(
      { kind: 'gate', verdict: 'release', signedOff: signedOff.map(({ key }) => key) },
      ids,
    );
    expect(decide(burst, defaultSettings, [release]).sequences[0]?.gate).toMatchObject({
      state: 'released',
      by: 'Ada',
    });
    const closer = changeSettings(defaultSettings, { 'gate.vehicles': 'on', 'gate.vehicle': '0.01' });
    const newSign = [...burst.slice(0, 2), photo('Ridge/3.JPG', '2021-06-04T12:00:02', [0.5, 0.0625, 0.02])];
    expect(decide(newSign, closer, [release]).sequences[0]?.gate.state).toBe('held');
  });

  it('holds a sequence in which somebody named a person', () => {
    const quiet = [photo('Ridge/1.JPG', '2021-06-04T12:00:00')];
    expect(decide(quiet).sequences[0]?.gate.state).toBe('clear');
    const [seen] = decide(quiet, defaultSettings, [named('person', [quiet[0]?.id ?? ''])]).sequences;
    expect(seen?.gate).toMatchObject({ state: 'held', by: 'human', person: 'Ada' });
  });

  it('puts the same photos together after all clocks were moved alike', () => {
    const offset = fc.integer({ min: -10_000_000, max: 10_000_000 });
    fc.assert(
      fc.property(anyPhotos, offset, (photos, offsetSeconds) => {
        const clock = { ...noClockCorrection, offsetSeconds };
        const moved = decide(photos, { ...defaultSettings, clocks: { Ridge: clock, Creek: clock } });
        const groups = (snapshot: SurveySnapshot) => snapshot.sequences.map((one) => one.photos);
        expect(groups(moved)).toEqual(groups(decide(photos)));
      }),
    );
  });

  it('holds no fewer photos at a lower threshold of the gate', () => {
    fc.assert(
      fc.property(anyPhotos, fc.double({ min: 0.01, max: 1, noNaN: true }), (photos, threshold) => {
        const held = (person: number) =>
          decide(photos, {
            ...defaultSettings,
            gate: { ...defaultSettings.gate, person },
          }).sequences.filter(({ gate }) => gate.state === 'held').length;
        expect(held(0.01 + (threshold - 0.01) / 2)).toBeGreaterThanOrEqual(held(threshold));
      }),
    );
  });

  it('says when and where each deployment was, by corrected clocks and the table of stations', () => {
    const settings = changeSettings(defaultSettings, {
      zone: '+02:00',
      'clock.Ridge.offset': '3600',
      stations: JSON.stringify([
        ['deployment', 'station', 'latitude', 'longitude', 'from'],
        ['Ridge', 'North slope', '45.5', '7.25', ''],
        ['Ridge', 'South slope', '45.6', '7.5', '2021-06-04T13:00:02'],
      ]),
    });
    const { deployments, sequences, photos } = decide(burst, settings);
    expect(deployments).toMatchObject([
      {
        id: 'Ridge',
        station: 'North slope',
        latitude: 45.5,
        zoned: true,
        start: { civil: '2021-06-04T13:00:00', offset: '+02:00' },
        end: { civil: '2021-06-04T13:00:01' },
        make: 'DRAWN',
      },
      { id: 'Ridge@2021-06-04T13:00:02', station: 'South slope', longitude: 7.5 },
    ]);
    expect(sequences.map(({ deploymentId, photos: own }) => [deploymentId, own.length])).toEqual([
      ['Ridge', 2],
      ['Ridge@2021-06-04T13:00:02', 1],
    ]);
    // What the file says stays as it was.
    expect(photos[0]?.media.metadata?.captureTime?.civil).toBe('2021-06-04T12:00:00');
  });

  it('joins the overflow folders of a card, and keeps the camera’s own bursts whole', () => {
    const marked = (path: string, civil: string, number: number): Photo => {
      const media = doneMedia(path, captureTime(civil));
      const mark = { number, of: 2, event: 7, trigger: 'motion' as const };
      return toPhoto(
        { ...media, metadata: media.metadata && { ...media.metadata, burst: mark } },
        predictionOf([0.9, 0, 0]),
        labels,
      );
    };
    const photos = [
      marked('Ridge/100RECNX/9999.JPG', '2021-06-04T12:00:00', 1),
      marked('Ridge/101RECNX/0001.JPG', '2021-06-04T12:05:00', 2),
    ];
    expect(decide(photos).sequences).toHaveLength(1);
    const unbelieving = changeSettings(defaultSettings, { 'sequence.camera': 'off' });
    expect(decide(photos, unbelieving).sequences).toHaveLength(2);
  });
});

describe('what somebody said of an event as one', () => {
  const seen = [observationOf('animal'), observationOf('vehicle')];
  const eventOf = (mediaIds: readonly string[]): Review =>
    review({ kind: 'event', observations: seen, asOf: '2021-06-02T00:00:00.000Z' }, mediaIds);
  const eventIn = (reviews: readonly Review[], settings?: SurveySettings): unknown =>
    decide(burst, settings, reviews).sequences[0]?.event?.observations?.map(({ role }) => role);

  it('stands of the sequence with just its photos, and changes nothing else', () => {
    const survey = decide(burst, defaultSettings, [eventOf(ids)]);
    expect(survey.sequences[0]?.event).toMatchObject({ by: 'Ada', observations: seen });
    expect(survey.sequences[0]?.observations).toEqual(decide(burst).sequences[0]?.observations);
    expect(eventIn([eventOf(ids.slice(1))])).toBeUndefined();
    expect(eventIn([eventOf(ids)], changeSettings(defaultSettings, { gap: '0' }))).toBeUndefined();
  });

  it('no longer holds once one of its photos is named anew', () => {
    const event = eventOf(ids);
    const before = named('blank', ids.slice(0, 1));
    expect(eventIn([event, before])).toEqual(['animal', 'vehicle']);
    const after = { ...named('blank', ids.slice(0, 1)), at: '2021-06-03T00:00:00.000Z' };
    expect(eventIn([event, after])).toBeUndefined();
  });
});

describe('a damaged photo', () => {
  function damaged(path: string, scores: Scores): Photo {
    const media = { ...doneMedia(path, captureTime('2021-06-04T12:00:00')), damage: { below: 0.4 } };
    return toPhoto(media, predictionOf(scores), labels);
  }

  it('is never blank and never clear: nobody knows what was in it', () => {
    const { photos, sequences } = decide([damaged('Ridge/1.JPG', [0, 0, 0])]);
    expect(photos[0]?.observations).toMatchObject([{ role: 'unknown' }]);
    expect(sequences[0]).toMatchObject({
      observations: [{ role: 'unknown' }],
      gate: { state: 'held', signs: [{ kind: 'damaged' }] },
      triage: 'held',
    });
  });

  it('keeps what it still shows, and is looked at once it was released', () => {
    const photo = damaged('Ridge/1.JPG', [0.99, 0, 0]);
    const before = decide([photo]);
    expect(before.photos[0]?.observations).toMatchObject([{ role: 'animal' }]);
    const keys = before.sequences.flatMap(({ gate }) =>
      gate.state === 'held' && gate.by === 'machine' ? gate.signs.map(({ key }) => key) : [],
    );
    const release = review({ kind: 'gate', verdict: 'release', signedOff: keys }, [photo.id]);
    const [after] = decide([photo], defaultSettings, [release]).sequences;
    expect(after).toMatchObject({ gate: { state: 'released' }, triage: 'review' });
  });

  it('stands as what a person saw in it', () => {
    const photo = damaged('Ridge/1.JPG', [0, 0, 0]);
    const { photos } = decide([photo], defaultSettings, [named('blank', [photo.id])]);
    expect(photos[0]?.observations).toMatchObject([{ role: 'blank', provenance: { by: 'human' } }]);
  });
});
