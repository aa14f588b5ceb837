import type { Media } from '../../photos/media.ts';
import type { Review } from '../../survey/reviews/review.ts';
import type { SurveyFolder } from '../../survey/survey.ts';
import { reviewsFor } from './composeProject.ts';
import { photoKeyOf, type ProjectFile, type ProjectPhoto } from './projectFile.ts';

/** What a project adds to a survey on this laptop. */
export interface ProjectAdditions {
  /** Folders that are on another laptop. */
  folders: readonly SurveyFolder[];
  /** Photos that are not here, as the other laptop knew them. */
  media: readonly Media[];
  /** Reviews that were not here, of photos of this laptop and of those that are added. */
  reviews: readonly Review[];
}

/** The survey that a project comes to. */
interface Receiver {
  projectId: string;
  folders: readonly SurveyFolder[];
  /** With their content where it could be found out. */
  media: readonly Media[];
  reviews: readonly Pick<Review, 'id'>[];
}

const rootOf = (path: string): string => path.split('/', 1)[0] ?? '';

/** Photos that this laptop does not have: neither by their content nor, where nobody read them, by their path. */
export function absentPhotos({ photos }: ProjectFile, media: readonly Media[]): ProjectPhoto[] {
  const here = new Set(media.map(photoKeyOf));
  const unread = new Set(media.flatMap(({ contentKey, path }) => (contentKey === null ? [path] : [])));
  return [...photos.values()].filter(
    ({ key, paths }) => !here.has(key) && !(paths.length > 0 && paths.every((path) => unread.has(path))),
  );
}

/**
 * Finds what of a project is not in a survey yet. Photos that are not on this laptop become photos of folders that wait
 * to be dropped, so that all that was said of them holds at once.
 *
 * @param newId names a folder
 */
export function projectAdditions(project: ProjectFile, to: Receiver, newId: () => string): ProjectAdditions {
  const { projectId } = to;
  const names = new Set(to.folders.map(({ name }) => name));
  const byRoot = new Map<string, SurveyFolder>();
  const folderFor = (root: string): SurveyFolder => {
    const known = byRoot.get(root);
    if (known) return known;
    let name = root;
    for (let number = 2; names.has(name); number += 1) name = `${root} (${number})`;
    names.add(name);
    const folder: SurveyFolder = {
      ...{ id: newId(), projectId, name, origin: 'elsewhere', otherFiles: {}, complete: true },
    };
    byRoot.set(root, folder);
    return folder;
  };
  const media = absentPhotos(project, to.media).flatMap(
    ({ key, paths, status, size, modifiedAt, metadata, failure, damage, edgeKey }) =>
      paths.map((written): Media => {
        const folder = folderFor(rootOf(written));
        const path = folder.name + written.slice(rootOf(written).length);
        const contentKey = key.startsWith('content:') ? key.slice('content:'.length) : null;
        return {
          ...{ id: `${folder.id}/${path}`, projectId, folderId: folder.id, path, status, size, modifiedAt },
          ...{ contentKey, metadata, failure },
          ...(damage && { damage }),
          ...(edgeKey !== undefined && { edgeKey }),
        };
      }),
  );
  const there = new Set(to.reviews.map(({ id }) => id));
  const reviews = reviewsFor(project, projectId, [...to.media, ...media]);
  return { folders: [...byRoot.values()], media, reviews: reviews.filter(({ id }) => !there.has(id)) };
}
