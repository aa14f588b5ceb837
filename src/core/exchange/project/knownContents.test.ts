import { describe, expect, it } from 'vitest';
import { doneMedia } from '../../../../tests/fixtures/photo.ts';
import type { Media } from '../../photos/media.ts';
import { observationOf } from '../../taxa/observation.ts';
import { packPrediction } from '../../models/prediction/predictionPacking.ts';
import { composeProject } from './composeProject.ts';
import { withNamesOf } from './knownContents.ts';
import { absentPhotos } from './projectAdditions.ts';
import type { ProjectFile } from './projectFile.ts';

const at = '2026-05-01T10:00:00.000Z';
const said = packPrediction({ detections: [], labelScores: Float32Array.of(0.5) });

/** The project of a laptop that has one photo, with a result and a review of it. */
function projectOf(media: Media): ProjectFile {
  const contentKey = media.contentKey ?? '';
  const statement = { kind: 'observations' as const, observations: [observationOf('person')] };
  return composeProject({
    ...{ id: 's', name: 'Season', appVersion: '1', at, settings: {}, media: [media] },
    outputs: [{ contentKey, modelHash: 'm', said }],
    reviews: [{ id: 'r', projectId: 's', by: 'Ada', at, order: 1, mediaIds: [media.id], statement }],
  });
}

const earlier: Media = { ...doneMedia('Card/1.JPG', null), contentKey: 'edges' };
const present: Media = { ...earlier, contentKey: 'whole', edgeKey: 'edges' };

describe('a project of a version that named contents by their edges', () => {
  it.each([
    ['of an earlier version, to photos that were sifted now', earlier, present],
    ['of this version, to photos that were sifted earlier', present, earlier],
  ])('fits: %s', (_, theirs, ours) => {
    const project = withNamesOf(projectOf(theirs), [ours]);
    expect(absentPhotos(project, [ours])).toEqual([]);
    const key = `content:${ours.contentKey ?? ''}`;
    expect([...project.photos.keys()]).toEqual([key]);
    expect([...project.outputs.values()]).toMatchObject([{ contentKey: ours.contentKey, modelHash: 'm' }]);
    expect([...project.reviews.values()]).toMatchObject([{ photos: [key] }]);
  });

  it('is no other photo’s: one that is damaged here has not what was said of the whole one', () => {
    const damaged: Media = { ...present, damage: { below: 0.3 } };
    expect(absentPhotos(withNamesOf(projectOf(earlier), [damaged]), [damaged])).toHaveLength(1);
  });

  it('stays as it is where all names are the same', () => {
    const project = projectOf(present);
    expect(withNamesOf(project, [present])).toBe(project);
  });
});
