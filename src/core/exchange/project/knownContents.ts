import type { Media } from '../../photos/media.ts';
import { withSignsOf } from '../../survey/reviews/signedOff.ts';
import { outputKeyOf, type PhotoKey, type ProjectFile, type ProjectPhoto } from './projectFile.ts';

const prefix = 'content:';

/** Names of this laptop for contents that a project names otherwise. A damaged photo is no other's content. */
function namesHere(
  { photos }: ProjectFile,
  media: readonly Pick<Media, 'contentKey' | 'edgeKey' | 'damage'>[],
): Map<PhotoKey, PhotoKey> {
  const here = new Set(media.flatMap(({ contentKey }) => contentKey ?? []));
  const byEdges = new Map<string, string>();
  for (const { contentKey, edgeKey, damage } of media) {
    if (edgeKey !== undefined && contentKey !== null && !damage) byEdges.set(edgeKey, contentKey);
  }
  const names = new Map<PhotoKey, PhotoKey>();
  for (const { key, edgeKey, damage } of photos.values()) {
    if (!key.startsWith(prefix) || damage) continue;
    const named = key.slice(prefix.length);
    if (here.has(named)) continue;
    const earlier = edgeKey !== undefined && here.has(edgeKey) ? edgeKey : undefined;
    const own = byEdges.get(named) ?? earlier;
    if (own !== undefined && !photos.has(prefix + own)) names.set(key, prefix + own);
  }
  return names;
}

/**
 * A project with the names that this laptop has for the same contents: earlier versions named them by their edges
 * alone, and a photo that was sifted then keeps its name.
 */
export function withNamesOf(
  project: ProjectFile,
  media: readonly Pick<Media, 'contentKey' | 'edgeKey' | 'damage'>[],
): ProjectFile {
  const names = namesHere(project, media);
  if (names.size === 0) return project;
  const nameOf = (key: PhotoKey): PhotoKey => names.get(key) ?? key;
  const photos = new Map<PhotoKey, ProjectPhoto>();
  for (const photo of project.photos.values()) {
    const key = nameOf(photo.key);
    photos.set(key, { ...photo, key });
  }
  const outputs = new Map(
    [...project.outputs.values()].map((output) => {
      const contentKey = nameOf(prefix + output.contentKey).slice(prefix.length);
      return [outputKeyOf({ ...output, contentKey }), { ...output, contentKey }];
    }),
  );
  const reviews = new Map(
    [...project.reviews].map(([id, review]) => [
      id,
      {
        ...review,
        photos: review.photos.map(nameOf).sort(),
        statement: withSignsOf(review.statement, (key) => [nameOf(key)]),
      },
    ]),
  );
  return { ...project, photos, outputs, reviews };
}
