import { describe, expect, it } from 'vitest';
import { captureTime, doneMedia, predictionOf, threeClassManifest } from '../../../tests/fixtures/photo.ts';
import { mayLeave } from '../../core/decisions/gate/peopleGate.ts';
import { toPhoto, type Photo } from '../../core/survey/photo.ts';
import { observationOf } from '../../core/taxa/observation.ts';
import type { Review, ReviewStatement } from '../../core/survey/reviews/review.ts';
import { ReviewLog } from '../../core/survey/reviews/reviewLog.ts';
import { surveySnapshot } from '../../core/survey/decideSurvey.ts';
import { defaultSettings, type SurveySettings } from '../../core/settings/surveySettings.ts';
import type { SurveySnapshot } from '../../core/survey/surveySnapshot.ts';
import type { Fieldsift } from '../shell/fieldsift.svelte.ts';
import { withResults } from '../../core/exchange/project/projectResults.ts';
import { isGateSetting, stricterSide, type Proposal } from './stricterSide.ts';

const { labels } = threeClassManifest;

/** Two people, one of whom only a person saw, an animal seconds after the first, and a blank. */
const photos: Photo[] = (
  [
    ['A/walker.JPG', '2021-06-04T05:00:00', [0, 0.9, 0]],
    ['A/deer.JPG', '2021-06-04T05:02:00', [0.9, 0, 0]],
    ['B/hidden.JPG', '2021-06-04T09:00:00', [0, 0, 0]],
    ['B/blank.JPG', '2021-06-04T12:00:00', [0, 0, 0]],
  ] as const
).map(([path, civil, scores]) =>
  toPhoto(doneMedia(path, captureTime(civil)), predictionOf([...scores]), labels),
);

const idOf = (name: string): string => photos.find(({ path }) => path.endsWith(name))?.id ?? '';

function review(id: string, name: string, statement: ReviewStatement, order = 10): Review {
  const at = `2021-07-01T00:00:00.0${order}Z`;
  return { id, projectId: 'project', by: id, at, order, mediaIds: [idOf(name)], statement };
}

const sees = (role: 'person' | 'animal'): ReviewStatement => ({
  kind: 'observations',
  observations: [observationOf(role)],
});
const own = [review('ada', 'hidden.JPG', sees('person'))];
const settings: SurveySettings = {
  ...defaultSettings,
  gate: { ...defaultSettings.gate, neighbourSeconds: 300 },
};

function snapshot(by: SurveySettings, reviews: readonly Review[], of = photos): SurveySnapshot {
  return surveySnapshot({
    ...{ appVersion: '', at: '2021', id: 'project', name: '', settings: by, manifest: threeClassManifest },
    ...{ models: [], photos: of, reviews: new ReviewLog(reviews) },
  });
}

const app = {
  survey: {
    ...{ snapshot: snapshot(settings, own), settings, manifest: threeClassManifest, models: [] },
    ...{ photos: () => photos, reviews: { log: new ReviewLog(own) } },
  },
} as unknown as Fieldsift;

/** Names of photos that could leave once the stricter side of a proposal was taken. */
function leaving(proposal: Proposal): string[] {
  const { holdsSettings, heldReviews } = stricterSide(app, proposal);
  const wanted = proposal.settings ?? settings;
  const kept = Object.entries(settings).filter(([name]) => holdsSettings && isGateSetting(name));
  const taken = (proposal.reviews ?? []).filter((one) => !heldReviews.has(one));
  const after = snapshot({ ...wanted, ...Object.fromEntries(kept) }, [...own, ...taken]);
  return after.sequences.flatMap(({ gate, photos: frames }) =>
    mayLeave(gate) ? frames.map((frame) => after.photos[frame]?.media.path ?? '') : [],
  );
}

const release = (id: string, name: string): Review =>
  review(id, name, { kind: 'gate', verdict: 'release', signedOff: [] }, 20);
const undo: Review = { ...review('undo', 'blank.JPG', { kind: 'undo', reviewId: 'ada' }, 20), mediaIds: [] };

describe('what a file would let go', () => {
  it('is nothing to ask about where nothing is held, or nothing of it opens the gate', () => {
    const harmless = [
      review('n', 'walker.JPG', { kind: 'note', text: 'who?' }),
      review('h', 'deer.JPG', { kind: 'gate', verdict: 'hold', signedOff: [] }),
      review('l', 'blank.JPG', sees('animal')),
      // Another name lets nobody go whom somebody saw.
      review('eve', 'hidden.JPG', sees('animal'), 20),
    ];
    expect(
      stricterSide(app, { settings: { ...settings, trust: { accuracy: 1, secondsPerPhoto: 1 } } }).sequences,
    ).toBe(0);
    expect(stricterSide(app, { reviews: harmless }).sequences).toBe(0);
    expect(leaving({ reviews: harmless })).toEqual(['B/blank.JPG']);
  });

  it.each<[string, number, Proposal]>([
    [
      'a threshold that sees nobody',
      2,
      { settings: { ...settings, gate: { ...settings.gate, person: 1, neighbourSeconds: 300 } } },
    ],
    [
      'neighbours that are not held any more',
      1,
      { settings: { ...settings, gate: { ...settings.gate, neighbourSeconds: 0 } } },
    ],
    [
      'a clock that moves a neighbour away',
      1,
      {
        settings: {
          ...settings,
          clocks: {
            A: {
              dayMonthSwapped: false,
              wrongYear: null,
              offsetSeconds: 0,
              drift: {
                first: { camera: '2021-06-04T05:00:00', true: '2021-06-04T05:00:00' },
                second: { camera: '2021-06-04T05:02:00', true: '2021-06-04T15:02:00' },
              },
              zone: null,
              daylightSaving: [],
            },
          },
        },
      },
    ],
    ['an undo of the person that somebody saw', 1, { reviews: [undo] }],
    ['a release of it', 1, { reviews: [release('eve', 'hidden.JPG')] }],
    [
      'a release and a setting together',
      3,
      {
        settings: {
          ...settings,
          gate: { person: 1, holdsVehicles: false, vehicle: null, neighbourSeconds: 0 },
        },
        reviews: [release('eve', 'hidden.JPG'), release('eve 2', 'deer.JPG')],
      },
    ],
  ])('%s is told by number, and let go of nothing until somebody agrees', (_, sequences, proposal) => {
    expect(stricterSide(app, proposal).sequences).toBe(sequences);
    expect(leaving(proposal)).toEqual(['B/blank.JPG']);
  });

  it('leaves the labels of other photos in', () => {
    const other = review('eve 2', 'blank.JPG', sees('animal'), 20);
    const { heldReviews } = stricterSide(app, { reviews: [release('eve', 'hidden.JPG'), other] });
    expect([...heldReviews].map(({ id }) => id)).toEqual(['eve']);
  });

  it('is asked about where results are the first that know people, and those results wait', () => {
    const unseen = photos.map((photo) => ({ ...photo, evidence: null }));
    const held = snapshot(settings, own, unseen);
    const survey = Object.assign({}, app.survey, { snapshot: held, photos: () => unseen });
    const blind = Object.assign({}, app, { survey }) as unknown as Fieldsift;
    const outputs = photos.flatMap(({ media, prediction }) =>
      prediction ? [{ contentKey: media.contentKey ?? '', modelHash: 'md', said: prediction }] : [],
    );
    const seen = withResults(unseen, outputs, new Map([['md', threeClassManifest]]));
    const { sequences, heldResults } = stricterSide(blind, { photos: seen });
    expect(sequences).toBe(1);
    expect([...heldResults]).toEqual([idOf('blank.JPG')]);
    const fox = { ...threeClassManifest, labels: [{ name: 'fox', role: 'animal' as const }] };
    expect(withResults(unseen, outputs, new Map([['md', fox]]))).toBe(unseen);
  });
});
