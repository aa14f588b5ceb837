import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyPhoto, reviewByAda } from '../../../tests/fixtures/livingSurvey.ts';
import { captureTime, doneMedia, predictionOf, threeClassManifest } from '../../../tests/fixtures/photo.ts';
import { mayLeave } from '../decisions/gate/peopleGate.ts';
import { toPhoto, type Photo } from './photo.ts';
import { observationOf } from '../taxa/observation.ts';
import type { ReviewStatement } from './reviews/review.ts';
import { ReviewLog } from './reviews/reviewLog.ts';
import { surveySnapshot } from './decideSurvey.ts';
import { defaultSettings } from '../settings/surveySettings.ts';
import type { SurveySnapshot } from './surveySnapshot.ts';

const { labels } = threeClassManifest;
const person: ReviewStatement = { kind: 'observations', observations: [observationOf('person')] };
const fox: ReviewStatement = { kind: 'observations', observations: [observationOf('animal')] };
const hold: ReviewStatement = { kind: 'gate', verdict: 'hold', signedOff: [] };
const release: ReviewStatement = { kind: 'gate', verdict: 'release', signedOff: [] };

/** A photo of a burst; the same number is the same content, wherever it lies. */
function photo(path: string, number: number, scores: [number, number, number] = [0, 0, 0]): Photo {
  const media = doneMedia(path, captureTime(`2021-06-04T18:32:0${number}`));
  media.contentKey = `content ${number}`;
  return toPhoto(media, predictionOf(scores), labels);
}

const season = [1, 2, 3].map((number) => photo(`Season/${number}.JPG`, number));
const archive = [1, 2, 3].map((number) => photo(`Archive of the season/${number}.JPG`, number));
const idOf = (path: string): string => `folder/${path}`;

function surveyOf(photos: readonly Photo[], log: ReviewLog): SurveySnapshot {
  return surveySnapshot({
    ...{ appVersion: '0', at: '2026-05-01T10:00:00Z', id: 's', name: 'Survey', models: [], photos },
    settings: defaultSettings,
    manifest: threeClassManifest,
    reviews: log,
  });
}

/** The contents that may leave. */
function leaving({ sequences, photos }: SurveySnapshot): string[] {
  const free = sequences.filter(({ gate }) => mayLeave(gate));
  return free.flatMap((one) => one.photos.map((place) => photos[place]?.media.contentKey ?? '')).sort();
}

function humanLabels({ sequences, photos }: SurveySnapshot): string[] {
  return sequences
    .flatMap((one) => one.photos.flatMap((place) => photos[place] ?? []))
    .flatMap(({ media, observations }) =>
      observations.some(({ provenance }) => provenance.by === 'human') ? [media.contentKey ?? ''] : [],
    )
    .sort();
}

describe('copies of photos', () => {
  it('keeps a person held whom somebody saw, when the same photos are dropped under an earlier name', () => {
    const log = new ReviewLog([reviewByAda(person, [idOf('Season/1.JPG')])]);
    expect(leaving(surveyOf(season, log))).toEqual([]);
    const after = surveyOf([...season, ...archive], log);
    expect(leaving(after)).toEqual([]);
    expect(humanLabels(after)).toEqual(['content 1']);
    // The sequence stays whole, in the folder that somebody worked on.
    expect(after.sequences.map(({ deploymentId, photos }) => [deploymentId, photos.length])).toEqual([
      ['Season', 3],
    ]);
  });

  it('takes what is said of the copy that does not count for said of the content', () => {
    const log = new ReviewLog([reviewByAda(person, [idOf('Season/2.JPG')])]);
    const snapshot = surveyOf([...archive, ...season], log);
    expect(leaving(snapshot)).toEqual([]);
    expect(humanLabels(snapshot)).toEqual(['content 2']);
    log.add(reviewByAda({ kind: 'undo', reviewId: log.reviews[0]?.id ?? '' }, []));
    expect(leaving(surveyOf([...archive, ...season], log))).toHaveLength(3);
  });

  it('lets the hold of one copy hold all, though another copy was released later, until all are', () => {
    const [first, other] = [idOf('Season/1.JPG'), idOf('Archive of the season/1.JPG')];
    const log = new ReviewLog([reviewByAda(hold, [first]), reviewByAda(release, [other])]);
    expect(leaving(surveyOf([...season, ...archive], log))).toEqual([]);
    log.add(reviewByAda(release, [first, other]));
    expect(leaving(surveyOf([...season, ...archive], log))).toHaveLength(3);
  });

  it('takes the latest label of any copy, and a release for all of them', () => {
    const seen = [photo('Season/1.JPG', 1, [0, 0.9, 0])];
    const copy = [photo('Archive/1.JPG', 1, [0, 0.9, 0])];
    const log = new ReviewLog([
      reviewByAda(person, [idOf('Season/1.JPG')]),
      reviewByAda(fox, [idOf('Archive/1.JPG')]),
    ]);
    const named = surveyOf([...seen, ...copy], log);
    expect(named.sequences[0]?.observations.map(({ role }) => role)).toEqual(['animal']);
    // Who said so of the one copy did not know of the person in the other.
    expect(leaving(named)).toEqual([]);
    const held = surveyOf(seen, new ReviewLog()).sequences[0]?.gate;
    const signedOff = held?.state === 'held' && held.by === 'machine' ? held.signs.map(({ key }) => key) : [];
    const released = new ReviewLog([
      reviewByAda({ kind: 'gate', verdict: 'release', signedOff }, [idOf('Season/1.JPG')]),
    ]);
    expect(leaving(surveyOf([...seen, ...copy], released))).toEqual(['content 1']);
  });

  it('does not part photos from the person beside them when a selection of them is dropped', () => {
    const withPerson = [photo('Season/1.JPG', 1, [0, 0.9, 0]), ...season.slice(1)];
    const best = archive.slice(1);
    expect(leaving(surveyOf([...withPerson, ...best], new ReviewLog()))).toEqual([]);
    // Nor does the release of the selection let the person go.
    const both = surveyOf([...withPerson, ...best], new ReviewLog());
    const selection = both.sequences.find(({ deploymentId }) => deploymentId !== 'Season');
    const gate = selection?.gate;
    const signedOff = gate?.state === 'held' && gate.by === 'machine' ? gate.signs.map(({ key }) => key) : [];
    const ids = [...best, ...season.slice(1)].map(({ id }) => id);
    const log = new ReviewLog([reviewByAda({ kind: 'gate', verdict: 'release', signedOff }, ids)]);
    expect(leaving(surveyOf([...withPerson, ...best], log))).not.toContain('content 1');
  });

  it('never opens the gate and never loses a label, whatever copies come under whatever name', () => {
    const reviews = fc.array(
      fc.record({ statement: fc.constantFrom(person, fox, hold), place: fc.nat(20) }),
      { maxLength: 4 },
    );
    const copies = fc.array(fc.record({ place: fc.nat(20), folder: fc.constantFrom('AA', 'Creek', 'Z') }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(anyPhoto, { selector: ({ id }) => id, minLength: 1, maxLength: 12 }),
        reviews,
        copies,
        (drawn, said, copied) => {
          const photos = drawn.map((one, place): Photo => {
            const contentKey = one.media.status === 'done' ? `content ${place}` : null;
            return { ...one, media: { ...one.media, contentKey } };
          });
          const log = new ReviewLog(
            said.map(({ statement, place }) => {
              return reviewByAda(statement, [photos[place % photos.length]?.id ?? '']);
            }),
          );
          const added = copied.flatMap(({ place, folder }, number): Photo[] => {
            const of = photos[place % photos.length];
            if (of?.media.contentKey == null) return [];
            const path = `${folder}/copy ${number}.JPG`;
            const id = `folder/${path}`;
            return [{ ...of, id, path, deployment: folder, media: { ...of.media, id, path } }];
          });
          const before = surveyOf(photos, log);
          const after = surveyOf([...photos, ...added], log);
          for (const content of leaving(after)) expect(leaving(before)).toContain(content);
          expect(humanLabels(after)).toEqual(humanLabels(before));
        },
      ),
    );
  });
});
