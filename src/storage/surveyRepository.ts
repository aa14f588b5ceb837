import type { Survey, SurveyFolder } from '../core/survey/survey.ts';
import { completeSettings } from '../core/survey/settings/surveySettings.ts';
import { reviewsOfSurvey } from './reviewRepository.ts';
import { blocksOf, idsOf } from './blocks.ts';
import { openDatabase } from './database.ts';

/** All surveys kept in this browser, newest first; settings that an earlier version did not know are at their default. */
export async function loadSurveys(): Promise<Survey[]> {
  const surveys = await (await openDatabase()).getAll('projects');
  return surveys
    .map((survey) => ({ ...survey, settings: completeSettings(survey.settings) }))
    .sort((left, right) => right.createdAt - left.createdAt);
}

/** How much a survey holds, without reading it. */
export interface SurveySize {
  photos: number;
  /** Photos that a model has seen. */
  sifted: number;
  /** Statements of people. */
  reviews: number;
}

export async function measureSurvey(projectId: string): Promise<SurveySize> {
  const transaction = (await openDatabase()).transaction(['media', 'reviews']);
  const media = transaction.objectStore('media').index('project');
  const [photos, sifted, reviews] = await Promise.all([
    media.count(IDBKeyRange.bound([projectId], [projectId, []])),
    media.count([projectId, 'done']),
    transaction.objectStore('reviews').count(reviewsOfSurvey(projectId)),
  ]);
  return { photos, sifted, reviews };
}

export async function saveSurvey(survey: Survey): Promise<void> {
  await (await openDatabase()).put('projects', survey);
}

export async function loadFolders(projectId: string): Promise<SurveyFolder[]> {
  return (await openDatabase()).getAllFromIndex('folders', 'project', projectId);
}

/** Keeps a folder and, where the browser gives one, the handle by which it can be opened again after a reload. */
export async function saveFolder(
  folder: SurveyFolder,
  handle: FileSystemDirectoryHandle | null,
): Promise<void> {
  const transaction = (await openDatabase()).transaction(['folders', 'handles'], 'readwrite');
  void transaction.objectStore('folders').put(folder);
  if (handle) void transaction.objectStore('handles').put({ folderId: folder.id, handle });
  await transaction.done;
}

export async function loadHandle(folderId: string): Promise<FileSystemDirectoryHandle | null> {
  return (await (await openDatabase()).get('handles', folderId))?.handle ?? null;
}

/**
 * Forgets a survey: its folders, handles, media and reviews, in one transaction.
 * What models said is kept under the photos' content, so sifting the same photos again is quick.
 */
export async function deleteSurvey(projectId: string): Promise<void> {
  const transaction = (await openDatabase()).transaction(
    ['projects', 'folders', 'handles', 'media', 'reviews', 'blocks'],
    'readwrite',
  );
  void transaction.objectStore('projects').delete(projectId);
  const folderIds = await transaction.objectStore('folders').index('project').getAllKeys(projectId);
  for (const folderId of folderIds) {
    void transaction.objectStore('folders').delete(folderId);
    void transaction.objectStore('handles').delete(folderId);
    const { lower, upper } = idsOf(folderId);
    void transaction.objectStore('media').delete(IDBKeyRange.bound(lower, upper, false, true));
    void transaction.objectStore('blocks').delete(blocksOf(folderId));
  }
  void transaction.objectStore('reviews').delete(reviewsOfSurvey(projectId));
  await transaction.done;
}
