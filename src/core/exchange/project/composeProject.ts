import type { ModelManifest } from '../../models/manifest/modelManifest.ts';
import type { Media } from '../../photos/media.ts';
import type { Review } from '../../survey/reviews/review.ts';
import {
  outputKeyOf,
  photoKeyOf,
  type DatedValue,
  type PhotoKey,
  type ProjectFile,
  type ProjectOutput,
  type ProjectPhoto,
  type ProjectReview,
} from './projectFile.ts';
import { withSignsOf } from '../../survey/reviews/signedOff.ts';

/** A survey as one laptop keeps it. */
export interface KeptSurvey {
  id: string;
  name: string;
  appVersion: string;
  /** When it is saved, ISO 8601 in UTC. */
  at: string;
  /** By name. */
  settings: Readonly<Record<string, unknown>>;
  /** What a person can change, with when it was; without it, the name and the settings as of now. */
  values?: ReadonlyMap<string, DatedValue>;
  /** Manifests of the models whose word is in the outputs, by hash. */
  models?: ReadonlyMap<string, ModelManifest>;
  media: readonly Media[];
  outputs: Iterable<ProjectOutput>;
  reviews: readonly Review[];
}

function photosOf(media: readonly Media[]): Map<PhotoKey, ProjectPhoto> {
  const photos = new Map<PhotoKey, ProjectPhoto>();
  for (const each of media) {
    const key = photoKeyOf(each);
    const { status, size, modifiedAt, metadata, failure, damage, edgeKey } = each;
    const paths = [...(photos.get(key)?.paths ?? []), each.path].sort();
    photos.set(key, {
      ...{ key, paths, status, size, modifiedAt, metadata, failure },
      ...(damage && { damage }),
      ...(edgeKey !== undefined && { edgeKey }),
    });
  }
  return photos;
}

/** Makes a project file of a survey. */
export function composeProject(survey: KeptSurvey): ProjectFile {
  const { id, name, appVersion, at, settings, media, reviews } = survey;
  const keyOf = new Map(media.map((each) => [each.id, photoKeyOf(each)]));
  // A review of a photo that is no longer there is kept under the name it had.
  const nameOf = (mediaId: string): PhotoKey => keyOf.get(mediaId) ?? `lost:${mediaId}`;
  const values = new Map<string, DatedValue>([['name', { value: name, at }]]);
  for (const [setting, value] of Object.entries(settings)) values.set(`settings.${setting}`, { value, at });
  for (const [valueName, value] of survey.values ?? []) values.set(valueName, value);
  return {
    id,
    appVersion,
    values,
    models: survey.models ?? new Map<string, ModelManifest>(),
    photos: photosOf(media),
    outputs: new Map([...survey.outputs].map((output) => [outputKeyOf(output), output])),
    reviews: new Map(
      reviews.map(
        ({
          id: reviewId,
          by,
          at: reviewedAt,
          saidAt,
          order,
          mediaIds,
          statement,
        }): [string, ProjectReview] => [
          reviewId,
          {
            id: reviewId,
            by,
            at: reviewedAt,
            ...(saidAt === undefined ? {} : { saidAt }),
            order,
            photos: [...new Set(mediaIds.map(nameOf))].sort(),
            statement: withSignsOf(statement, (mediaId) => [nameOf(mediaId)]),
          },
        ],
      ),
    ),
  };
}

/**
 * A project's reviews for the photos of this laptop. A review of a content is of all photos with that content; one of
 * photos that are not here is kept, and holds as soon as they are.
 */
export function reviewsFor(project: ProjectFile, projectId: string, media: readonly Media[]): Review[] {
  const idsOf = new Map<PhotoKey, string[]>();
  for (const each of media) {
    const key = photoKeyOf(each);
    idsOf.set(key, [...(idsOf.get(key) ?? []), each.id]);
  }
  const namesOf = (key: PhotoKey): string[] => idsOf.get(key) ?? [key.replace(/^lost:/, '')];
  return [...project.reviews.values()].map(({ photos, ...review }) => ({
    ...review,
    projectId,
    mediaIds: photos.flatMap(namesOf),
    statement: withSignsOf(review.statement, namesOf),
  }));
}
