import { expect, it } from 'vitest';
import { captureTime, doneMedia } from '../../../../tests/fixtures/photo.ts';
import { observationOf } from '../../taxa/observation.ts';
import type { Review, ReviewStatement } from '../../survey/reviews/review.ts';
import { composeProject } from './composeProject.ts';
import { mergeCounts } from './mergeCounts.ts';
import { mergeProjects } from './mergeProjects.ts';
import type { DatedValue, ProjectFile } from './projectFile.ts';

const media = doneMedia('Card/1.JPG', captureTime('2021-06-04T05:00:00'));

function projectOf(
  reviews: Record<string, ReviewStatement>,
  values: Record<string, DatedValue>,
): ProjectFile {
  return composeProject({
    ...{ id: 'p', name: 'Season', appVersion: '1.0.0', at: '2021-07-01T00:00:00.000Z', settings: {} },
    values: new Map(Object.entries(values)),
    media: [media],
    outputs: [],
    reviews: Object.entries(reviews).map(([id, statement], order): Review => {
      const at = '2021-07-01T00:00:00.000Z';
      return { id, projectId: 'p', by: 'Ada', at, order, mediaIds: [media.id], statement };
    }),
  });
}

const at = (day: number, value: unknown): DatedValue => ({ value, at: `2021-07-0${day}T00:00:00.000Z` });

it('tells what a project adds, kind by kind, from what was here before', () => {
  const name = at(1, 'Season');
  const own = projectOf({}, { name, 'settings.gapSeconds': at(3, 30), 'settings.zone': at(1, 'Z') });
  const project = projectOf(
    {
      a: { kind: 'observations', observations: [observationOf('animal')] },
      b: { kind: 'note', text: 'lens is dirty' },
      c: { kind: 'star', starred: true },
      d: { kind: 'observations', observations: [observationOf('blank')] },
    },
    {
      name,
      // The survey's own is later, and holds.
      'settings.gapSeconds': at(2, 90),
      'settings.zone': at(2, '+02:00'),
      'speciesNotes.fox': at(1, 'den by the creek'),
    },
  );
  const fresh = { photos: 0, results: 0, isFreshReview: (id: string) => id !== 'd' };
  expect(mergeCounts(project, own, mergeProjects(own, project), fresh)).toEqual({
    photos: { added: 0, known: 1 },
    results: { added: 0, known: 0 },
    labels: { added: 1, known: 1 },
    settings: { added: 1, known: 1 },
    notes: { added: 2, known: 0 },
    others: { added: 1, known: 0 },
  });
});
