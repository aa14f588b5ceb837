import { expect, it } from 'vitest';
import { captureTime, doneMedia } from '../../../../tests/fixtures/photo.ts';
import { observationOf } from '../../taxa/observation.ts';
import type { Review } from '../../survey/reviews/review.ts';
import { labelReviews } from './labelReviews.ts';

const media = ['Card/A/1.JPG', 'Card/A/2.JPG', 'Card/A/3.JPG'].map((path) =>
  doneMedia(path, captureTime('2021-06-04T05:00:00')),
);
const animal = [observationOf('animal')];
const label = (files: string[], at: string | null = null) => ({ files, observations: animal, by: 'Ada', at });
const now = '2021-07-01T00:00:00.000Z';

it('makes one review of a label, of all photos that it is of', () => {
  const { reviews, matches } = labelReviews([label(['A/1.JPG', 'A/2.JPG', 'A/9.JPG'])], media, now);
  expect(reviews).toEqual([
    {
      by: 'Ada',
      at: now,
      mediaIds: ['folder/Card/A/1.JPG', 'folder/Card/A/2.JPG'],
      statement: { kind: 'observations', observations: animal },
    },
  ]);
  expect(matches.unmatched).toEqual([{ file: 'A/9.JPG', reason: 'not found' }]);
});

it('takes nothing twice, with a time or without', () => {
  const labels = [label(['A/1.JPG']), label(['A/2.JPG'], '2021-06-05T00:00:00.000Z')];
  const first = labelReviews(labels, media, now);
  const kept = first.reviews.map((review, order): Review => ({
    ...review,
    id: String(order),
    order,
    projectId: 'p',
  }));
  const again = labelReviews(labels, media, '2022-01-01T00:00:00.000Z', kept);
  expect(again).toMatchObject({ reviews: [], known: 2 });
  expect(labelReviews([label(['A/3.JPG'])], media, now, kept).reviews).toHaveLength(1);
});

it('makes a review of its own of a note, also where nothing else is said', () => {
  const noted = { ...label(['A/1.JPG']), note: 'lens is dirty' };
  const alone = { ...noted, files: ['A/2.JPG'], observations: [] };
  const { reviews } = labelReviews([noted, alone], media, now);
  expect(reviews.map(({ mediaIds, statement }) => [mediaIds[0], statement.kind])).toEqual([
    ['folder/Card/A/1.JPG', 'observations'],
    ['folder/Card/A/1.JPG', 'note'],
    ['folder/Card/A/2.JPG', 'note'],
  ]);
  const kept = reviews.map((each, order): Review => ({ ...each, id: String(order), order, projectId: 'p' }));
  expect(labelReviews([noted, alone], media, now, kept)).toMatchObject({ reviews: [], known: 3 });
});

it('takes over what was said of an event once, and counts it as no label', () => {
  const event = { ...label(['A/1.JPG', 'A/2.JPG']), observations: [], event: animal };
  const { reviews, fresh } = labelReviews([event], media, now);
  expect(fresh).toBe(0);
  expect(reviews.map(({ statement }) => statement)).toEqual([
    { kind: 'event', observations: animal, asOf: now },
  ]);
  const kept = reviews.map((each, order): Review => ({ ...each, id: String(order), order, projectId: 'p' }));
  const later = '2022-01-01T00:00:00.000Z';
  expect(labelReviews([event], media, later, kept)).toMatchObject({ reviews: [], known: 0 });
});
