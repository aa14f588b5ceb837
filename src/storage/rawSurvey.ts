import { openDatabase } from './database.ts';
import { idsOf } from './blocks.ts';
import { reviewsOfSurvey } from './reviewRepository.ts';

/** Everything that is kept of a survey but what models said, word for word as JSON, whether it can be read or not. */
export async function rawSurvey(projectId: string): Promise<string> {
  const database = await openDatabase();
  const folders = await database.getAllFromIndex('folders', 'project', projectId);
  const media: unknown[] = [];
  for (const { id } of folders) {
    const { lower, upper } = idsOf(id);
    media.push(...(await database.getAll('media', IDBKeyRange.bound(lower, upper, false, true))));
  }
  const reviews = await database.getAll('reviews', reviewsOfSurvey(projectId));
  return JSON.stringify(
    { survey: await database.get('projects', projectId), folders, media, reviews },
    null,
    1,
  );
}
