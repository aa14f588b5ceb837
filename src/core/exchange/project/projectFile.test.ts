import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captureTime, doneMedia } from '../../../../tests/fixtures/photo.ts';
import { evidenceKey } from '../../decisions/gate/gateEvidence.ts';
import { observationOf } from '../../taxa/observation.ts';
import type { Media } from '../../photos/media.ts';
import { packPrediction } from '../../models/prediction/predictionPacking.ts';
import { reviewsInEffect, type Review, type ReviewStatement } from '../../survey/reviews/review.ts';
import { UnreadableFileError } from '../../files/unreadableFile.ts';
import { fromBase64, toBase64 } from '../../files/base64.ts';
import { composeProject, reviewsFor, type KeptSurvey } from './composeProject.ts';
import { mergeProjects, projectConflicts } from './mergeProjects.ts';
import type { ProjectFile } from './projectFile.ts';
import { projectText, readProject } from './projectText.ts';
import { withoutFuture } from './projectValues.ts';

const text = (project: ProjectFile): string => [...projectText(project)].join('');

/** The same photos in another place on another laptop. */
function mediaOn(laptop: string, names: readonly string[] = ['1.JPG', '2.JPG', '3.JPG']): Media[] {
  return names.map((name) => ({
    ...doneMedia(`Card/${name}`, captureTime('2021-06-04T05:00:00')),
    id: `${laptop}/Card/${name}`,
    path: `${laptop === 'left' ? 'Card' : 'Copy of card'}/${name}`,
  }));
}

function review(laptop: string, id: string, at: string, photo: string, statement: ReviewStatement): Review {
  return {
    id,
    projectId: laptop,
    by: laptop,
    at,
    order: 1,
    mediaIds: [`${laptop}/Card/${photo}`],
    statement,
  };
}

function surveyOf(laptop: string, reviews: readonly Review[], more: Partial<KeptSurvey> = {}): KeptSurvey {
  return {
    id: laptop,
    name: 'Season',
    appVersion: '1.0.0',
    at: '2021-07-01T00:00:00.000Z',
    settings: { gapSeconds: 60 },
    media: mediaOn(laptop),
    outputs: [],
    reviews,
    ...more,
  };
}

const says = (role: 'animal' | 'blank'): ReviewStatement => ({
  kind: 'observations',
  observations: [observationOf(role)],
});
const left = composeProject(
  surveyOf('left', [review('left', 'a', '2021-07-01T08:00:00.000Z', '1.JPG', says('animal'))]),
);
const right = composeProject(
  surveyOf('right', [
    review('right', 'b', '2021-07-01T09:00:00.000Z', '1.JPG', says('blank')),
    review('right', 'c', '2021-07-01T09:00:01.000Z', '2.JPG', says('blank')),
  ]),
);

describe('project files', () => {
  it('save, open and save again give the same bytes', () => {
    const prediction = packPrediction({
      detections: [{ labelIndex: 1, score: 0.7, box: { x: 0.1, y: 0.2, width: 0.3, height: 0.4 } }],
      labelScores: Float32Array.from([0.1, 0.7, 1]),
    });
    const crops = { cropBoxes: Float32Array.from([0, 0, 0.5, 1]), cropScores: Float32Array.from([0.25]) };
    const project = composeProject(
      surveyOf('left', [review('left', 'a', '2021', '1.JPG', { kind: 'note', text: 'a\nb "c" 🦊' })], {
        outputs: [
          { contentKey: 'key of Card/1.JPG', modelHash: 'm', said: prediction },
          { contentKey: 'key of Card/1.JPG', modelHash: 'm+crops', said: crops },
        ],
      }),
    );
    const once = text(project);
    const read = readProject([once.slice(0, 100), once.slice(100)]);
    expect(text(read)).toBe(once);
    expect([...read.outputs.values()].map(({ said }) => said)).toEqual([prediction, crops]);
  });

  it.each([
    '',
    '{"format": "other"}\n',
    'no json\n',
    text(left).slice(0, -3),
    text(left).replace('"version":1', '"version":9'),
  ])('refuses what is no whole project (%#)', (broken) => {
    expect(() => readProject([broken])).toThrow(UnreadableFileError);
  });

  it('base64 is what everybody else takes it for, and comes back', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect([...fromBase64(toBase64(bytes))]).toEqual([...bytes]);
      }),
    );
  });

  it('finds the photos of another laptop by their content, also for releases of the people gate', () => {
    const sign = evidenceKey('left/Card/1.JPG', {
      model: 'm',
      label: 'person',
      role: 'person',
      score: 0.4,
      box: null,
    });
    const released = review('left', 'g', '2021', '1.JPG', {
      kind: 'gate',
      verdict: 'release',
      signedOff: [sign],
    });
    const [there] = reviewsFor(composeProject(surveyOf('left', [released])), 'there', mediaOn('right'));
    expect(there).toMatchObject({ id: 'g', projectId: 'there', mediaIds: ['right/Card/1.JPG'] });
    expect(there?.statement).toMatchObject({
      signedOff: [
        evidenceKey('right/Card/1.JPG', {
          model: 'm',
          label: 'person',
          role: 'person',
          score: 0.4,
          box: null,
        }),
      ],
    });
  });

  it('keeps a review of a photo that is not there', () => {
    const [kept] = reviewsFor(left, 'there', []);
    expect(kept?.mediaIds).toHaveLength(1);
    expect(kept?.statement).toEqual(says('animal'));
  });
});

describe('merging', () => {
  it('has everything of both, whoever comes first, and names what they do not agree on', () => {
    const merged = mergeProjects(left, right);
    expect(text(mergeProjects(right, left))).toBe(text(merged));
    expect([...merged.reviews.keys()].sort()).toEqual(['a', 'b', 'c']);
    expect([...merged.photos.values()][0]?.paths).toEqual(['Card/1.JPG', 'Copy of card/1.JPG']);
    expect(projectConflicts(left, right)).toMatchObject([
      {
        kind: 'review',
        photo: 'content:key of Card/1.JPG',
        left: { id: 'a' },
        right: { id: 'b' },
        holds: 'right',
      },
    ]);
    expect(projectConflicts(right, left)).toMatchObject([
      { left: { id: 'b' }, right: { id: 'a' }, holds: 'left' },
    ]);
    // What holds is what the later one said.
    const effect = reviewsInEffect(reviewsFor(merged, 'p', mediaOn('left')));
    expect(effect.filter(({ mediaIds }) => mediaIds.includes('left/Card/1.JPG')).at(-1)?.id).toBe('b');
  });

  it('names settings that differ, and lets the later save hold', () => {
    const later = composeProject(
      surveyOf('right', [], { settings: { gapSeconds: 30 }, at: '2021-08-01T00:00:00.000Z' }),
    );
    expect(projectConflicts(left, later)).toEqual([
      { kind: 'value', name: 'settings.gapSeconds', left: 60, right: 30, holds: 'right' },
    ]);
    expect(mergeProjects(left, later).values.get('settings.gapSeconds')?.value).toBe(30);
  });

  it('gives no advantage to a date that is still to come', () => {
    const at = '2099-01-01T00:00:00.000Z';
    const file = composeProject(
      surveyOf('right', [review('right', 'b', at, '1.JPG', says('blank'))], {
        settings: { gapSeconds: 1 },
        at,
      }),
    );
    const now = '2021-07-02T00:00:00.000Z';
    const merged = mergeProjects(left, withoutFuture(file, now));
    expect(merged.values.get('settings.gapSeconds')?.value).toBe(60);
    expect(merged.reviews.get('b')?.at).toBe(now);
    expect(withoutFuture(left, now)).toEqual(left);
  });

  it('is no conflict to say the same, to have the same review, or to have taken it back', () => {
    const same = composeProject(
      surveyOf('right', [review('right', 'b', '2021-07-02', '1.JPG', says('animal'))]),
    );
    expect(projectConflicts(left, same)).toEqual([]);
    expect(projectConflicts(left, left)).toEqual([]);
    const undone = composeProject(
      surveyOf('right', [
        review('right', 'b', '2021-07-02', '1.JPG', says('blank')),
        { ...review('right', 'u', '2021-07-03', '1.JPG', { kind: 'undo', reviewId: 'b' }), mediaIds: [] },
      ]),
    );
    expect(projectConflicts(left, undone)).toEqual([]);
  });

  const statement = fc.oneof(
    fc.constantFrom<ReviewStatement>(says('animal'), says('blank')),
    fc.string().map((words): ReviewStatement => ({ kind: 'note', text: words })),
    fc.boolean().map((starred): ReviewStatement => ({ kind: 'star', starred })),
    fc.constantFrom('1', '2', '3').map((reviewId): ReviewStatement => ({ kind: 'undo', reviewId })),
  );
  const project = fc
    .record({
      laptop: fc.constantFrom('left', 'right', 'third'),
      at: fc.constantFrom('2021-01-01', '2021-02-02'),
      gapSeconds: fc.constantFrom(30, 60),
      names: fc.uniqueArray(fc.constantFrom('1.JPG', '2.JPG', '3.JPG')),
      reviews: fc.uniqueArray(
        fc.record({
          id: fc.constantFrom('1', '2', '3', '4', '5'),
          at: fc.constantFrom('2021-01-01', '2021-02-02'),
          photo: fc.constantFrom('1.JPG', '2.JPG'),
          statement,
        }),
        { selector: ({ id }) => id },
      ),
      pending: fc.boolean(),
    })
    .map(({ laptop, at, gapSeconds, names, reviews, pending }) => {
      const media = mediaOn(laptop, names).map((each) =>
        pending ? { ...each, status: 'pending' as const } : each,
      );
      const own = reviews.map((each) => review(laptop, each.id, each.at, each.photo, each.statement));
      return composeProject(surveyOf(laptop, own, { at, media, settings: { gapSeconds } }));
    });

  it('does not depend on order or repetition, and loses nothing', () => {
    fc.assert(
      fc.property(project, project, project, (one, two, three) => {
        const merged = mergeProjects(one, two);
        expect(text(mergeProjects(two, one))).toBe(text(merged));
        expect(text(mergeProjects(merged, one))).toBe(text(merged));
        expect(text(mergeProjects(merged, three))).toBe(text(mergeProjects(one, mergeProjects(two, three))));
        for (const side of [one, two]) {
          for (const id of side.reviews.keys()) expect(merged.reviews.has(id)).toBe(true);
          for (const [key, photo] of side.photos) {
            for (const path of photo.paths) expect(merged.photos.get(key)?.paths).toContain(path);
          }
        }
      }),
    );
  });

  it('lists the same conflicts from both sides', () => {
    fc.assert(
      fc.property(project, project, (one, two) => {
        const name = (conflict: ReturnType<typeof projectConflicts>[number]): string =>
          conflict.kind === 'value' ? conflict.name : `${conflict.photo} ${conflict.of}`;
        expect(projectConflicts(one, two).map(name)).toEqual(projectConflicts(two, one).map(name));
      }),
    );
  });
});
