import type { Survey, SurveyFolder } from '../core/survey/survey.ts';
import { isReadableFolder } from '../core/survey/readable.ts';
import { completeSettings } from '../core/settings/surveySettings.ts';
import { mergedSurvey } from '../core/survey/surveyMerge.ts';
import { readableOnly, setAside } from './setAside.ts';
import { reviewsOfSurvey } from './reviewRepository.ts';
import { blocksOf, idsOf } from './blocks.ts';
import { openDatabase } from './database.ts';
import { written } from './written.ts';

/** All surveys kept in this browser, newest first; settings that an earlier version did not know are at their default. */
export async function loadSurveys(): Promise<Survey[]> {
  const surveys = await (await openDatabase()).getAll('projects');
  // The rules of settings are fetched beside the page: they are needed only here and when a file comes.
  const { soundSettings } = await import('../core/settings/soundSettings.ts');
  return surveys
    .map((survey) => {
      const { name, createdAt } = survey as { name: unknown; createdAt: unknown };
      const { settings, odd } = soundSettings(survey.settings);
      const shown = typeof name === 'string' ? name : survey.id;
      for (const setting of odd) setAside(`${shown}: ${setting}`);
      return { ...survey, name: shown, createdAt: typeof createdAt === 'number' ? createdAt : 0, settings };
    })
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

/** Changes whenever photos or results were added: numbers of the survey's photos, by status, and of all results. */
export async function measureResults(projectId: string): Promise<string> {
  const transaction = (await openDatabase()).transaction(['media', 'outputs']);
  const media = transaction.objectStore('media').index('project');
  const counts = await Promise.all([
    media.count(IDBKeyRange.bound([projectId], [projectId, []])),
    media.count([projectId, 'done']),
    media.count([projectId, 'failed']),
    transaction.objectStore('outputs').count(),
  ]);
  return counts.join('/');
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

/** Keeps a survey in place of whatever lies under its id. */
export async function saveSurvey(survey: Survey): Promise<void> {
  await (await openDatabase()).put('projects', survey);
}

/** The survey as it lies on the disk; null where it was deleted. */
export async function loadOneSurvey(projectId: string): Promise<Survey | null> {
  const survey = await (await openDatabase()).get('projects', projectId);
  const { soundSettings } = await import('../core/settings/soundSettings.ts');
  return survey ? { ...survey, settings: soundSettings(survey.settings).settings } : null;
}

/**
 * Writes the fields of a survey that changed, and leaves the others as another tab wrote them.
 *
 * @param before the survey as it was known on the disk; null for one that was never written
 * @returns the survey as it lies on the disk now; null where another tab deleted it meanwhile, which holds
 * @throws DOMException when the disk is full or the browser refuses
 */
export async function keepSurveyChanges(before: Survey | null, after: Survey): Promise<Survey | null> {
  const transaction = (await openDatabase()).transaction('projects', 'readwrite', { durability: 'strict' });
  const onDisk = await transaction.store.get(after.id);
  if (before && !onDisk) return null;
  const merged =
    before && onDisk
      ? mergedSurvey(before, after, { ...onDisk, settings: completeSettings(onDisk.settings) })
      : after;
  await written(transaction, [transaction.store.put(merged)]);
  return merged;
}

export async function loadFolders(projectId: string): Promise<SurveyFolder[]> {
  const folders = await (await openDatabase()).getAllFromIndex('folders', 'project', projectId);
  return readableOnly(folders, isReadableFolder, ({ id, name }) => name || id);
}

/** Keeps a folder and, where the browser gives one, the handle by which it can be opened again after a reload. */
export async function saveFolder(
  folder: SurveyFolder,
  handle: FileSystemDirectoryHandle | null,
): Promise<void> {
  const transaction = (await openDatabase()).transaction(['folders', 'handles'], 'readwrite');
  await written(transaction, [
    transaction.objectStore('folders').put(folder),
    ...(handle ? [transaction.objectStore('handles').put({ folderId: folder.id, handle })] : []),
  ]);
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
  const folderIds = await transaction.objectStore('folders').index('project').getAllKeys(projectId);
  const forgetFolder = (folderId: string): Promise<void>[] => {
    const { lower, upper } = idsOf(folderId);
    return [
      transaction.objectStore('folders').delete(folderId),
      transaction.objectStore('handles').delete(folderId),
      transaction.objectStore('media').delete(IDBKeyRange.bound(lower, upper, false, true)),
      transaction.objectStore('blocks').delete(blocksOf(folderId)),
    ];
  };
  await written(transaction, [
    transaction.objectStore('projects').delete(projectId),
    ...folderIds.flatMap(forgetFolder),
    transaction.objectStore('reviews').delete(reviewsOfSurvey(projectId)),
  ]);
}
